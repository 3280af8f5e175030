using IntegrationSuite.Report.Files;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Records;

/// <summary>Which services a test reached and which traces are its own: by <c>results/tests.json</c>, or else by what a failed test printed.</summary>
internal sealed class TestLinks
{
    private readonly ILookup<(string?, string?, string?), Entry> _entries;

    /// <summary>Reads them, if there are any.</summary>
    public TestLinks(RecordFolder results) =>
        _entries = (results.TryReadJson<Entries>("tests.json")?.Tests ?? [])
            .Where(test => test is not null)
            .ToLookup(test => (test.Project, test.ClassName, test.Name));

    /// <summary>The traces of a test's requests.</summary>
    public IReadOnlyList<string> TracesOf(string project, TestResult test) =>
        Of(project, test)?.Traces?.OfType<string>().ToList() is { Count: > 0 } traces ? traces
        : TestOutput.TraceOf(test) is { } printed ? [printed]
        : [];

    /// <summary>The services that it reached; null when that is not known.</summary>
    public IReadOnlyList<string>? ServicesOf(string project, TestResult test) => Of(project, test)?.Services;

    // Tests that run twice have one name.
    private Entry? Of(string project, TestResult test) => _entries[(project, test.ClassName, test.Name)].FirstOrDefault();

    private sealed record Entries(IReadOnlyList<Entry>? Tests);

    private sealed record Entry(
        string? Project,
        string? ClassName,
        string? Name,
        IReadOnlyList<string>? Services,
        IReadOnlyList<string>? Traces
    );
}
