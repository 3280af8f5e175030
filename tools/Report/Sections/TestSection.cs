using IntegrationSuite.Report.Records;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Sections;

/// <summary>The test projects and all their tests.</summary>
/// <param name="Projects">By name.</param>
/// <param name="Tests">Of all projects, one after the other; failures and proofs name a test by its place here.</param>
internal sealed record TestSection(IReadOnlyList<TestSection.Project> Projects, IReadOnlyList<TestSection.Test> Tests)
{
    private const int LongestName = 300;
    private const int MostServices = 40;

    /// <summary>Makes it.</summary>
    public static TestSection Of(RunRecords records) =>
        new(
            [.. records.Projects.Select(Of)],
            [
                .. records.Projects.SelectMany(
                    (project, index) => project.Tests.Select(test => Of(index, test, records.Links.ServicesOf(project.Project, test)))
                ),
            ]
        );

    private static Project Of(TestResults project) =>
        new(
            project.Project,
            project.Passed,
            project.Failed,
            project.Skipped,
            Clock.Milliseconds(project.StartedAt),
            Clock.Milliseconds(project.FinishedAt),
            project.Breaks
        );

    private static Test Of(int project, TestResult test, IReadOnlyList<string>? services) =>
        new(
            project,
            Shortened(test.ClassName ?? ""),
            Shortened(test.Name),
            test.Outcome[..1],
            Clock.Milliseconds(test.Start),
            Clock.Milliseconds(test.Duration),
            test.Outcome == "skipped" ? Shortened(test.Message ?? "") : null,
            services is null ? null : string.Join(' ', services.Take(MostServices))
        );

    private static string Shortened(string text) => text.Length <= LongestName ? text : text[..LongestName] + "…";

    /// <summary>A test project.</summary>
    /// <param name="Breaks">Why it did not come to its end.</param>
    internal sealed record Project(
        string Name,
        int Passed,
        int Failed,
        int Skipped,
        double? Start,
        double? End,
        IReadOnlyList<string> Breaks
    );

    /// <summary>A test. The names of its members are short: there are thousands.</summary>
    /// <param name="P">The place of its project.</param>
    /// <param name="C">Its class.</param>
    /// <param name="N">Its name.</param>
    /// <param name="O">How it ended: <c>p</c>assed, <c>f</c>ailed or <c>s</c>kipped.</param>
    /// <param name="T">When it began.</param>
    /// <param name="D">How long it took.</param>
    /// <param name="W">Why it was skipped.</param>
    /// <param name="S">The services that it reached, separated by blanks; null when that is not known.</param>
    internal sealed record Test(int P, string C, string N, string O, double? T, double D, string? W, string? S);
}
