using IntegrationSuite.Report.Records;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Sections;

/// <summary>The tests that failed, by the service and operation that is likeliest to blame; the culprit of most tests first.</summary>
internal sealed record FailureSection(IReadOnlyList<FailureSection.Group> Groups)
{
    private const int MostLines = 80;
    private const int MostRequests = 80;

    /// <summary>Of so many characters of messages, traces and logs the page is made at most.</summary>
    private const int TextBudget = 1_200_000;

    /// <summary>Makes it.</summary>
    public static FailureSection Of(RunRecords records)
    {
        var budget = new TextBudget(TextBudget);
        var tests = records
            .Projects.SelectMany(project => project.Tests.Select(test => (project.Project, test)))
            .Select((of, index) => (of, index));
        return new([
            .. tests
                .Where(each => each.of.test.Outcome == "failed")
                .Select(each => FailureOf(records, each.of.Project, each.of.test, each.index, budget))
                .GroupBy(failure => (failure.Culprit.Service, failure.Culprit.Operation))
                .OrderByDescending(group => group.Count())
                .Select(group => new Group(group.First().Culprit, [.. group])),
        ]);
    }

    private static Failure FailureOf(RunRecords records, string project, TestResult test, int index, TextBudget budget)
    {
        var output = TestOutput.Of(test);
        var traces = records.Links.TracesOf(project, test);
        var requests = traces.SelectMany(records.Traces.Of).OrderBy(request => request.Start).ToList();
        var lines = traces.SelectMany(records.Traces.LinesOf).OrderBy(line => line.Time).ToList();
        var source = OwnLine(test);
        return new Failure(
            index,
            Culprit.Of(records, test, output, requests, lines),
            budget.Take(test.Message, 4000),
            source?.File,
            source?.Line,
            budget.Take(output.Step, 500),
            budget.Take(output.Curl, 3000),
            budget.Take(test.StackTrace, 3000),
            budget.Take(output.Rest, 2000),
            traces.Count > 0 ? string.Join(", ", traces) : null,
            [.. requests.Take(budget.IsSpent ? 0 : MostRequests).Select(request => budget.Take(Call.Of(request)))],
            [.. lines.Take(budget.IsSpent ? 0 : MostLines).Select(line => LineOf(line, budget))]
        );
    }

    private static Line LineOf(Traces.LogLine line, TextBudget budget) =>
        new(line.Log, Clock.Milliseconds(line.Time), budget.Take(line.Text, 1000) ?? "", line.Failed);

    /// <summary>The folder of the test project is above its <c>bin</c>; with another layout, the outermost line is the test's.</summary>
    private static SourceLine? OwnLine(TestResult test)
    {
        var folder = test.Assembly?.Replace('\\', '/').Split("/bin/", 2)[0];
        return (folder is { Length: > 0 } ? SourceLine.Of(test.StackTrace, folder) : null) ?? SourceLine.Outermost(test.StackTrace);
    }

    /// <summary>Failures of one cause, as far as can be told.</summary>
    internal sealed record Group(Culprit Culprit, IReadOnlyList<Failure> Failures);

    /// <summary>A test that failed.</summary>
    /// <param name="Test">Its place among all tests.</param>
    /// <param name="File">The source file of the assertion.</param>
    /// <param name="Step">Where its story broke.</param>
    /// <param name="Curl">A line that repeats the request.</param>
    /// <param name="Output">What it wrote of itself.</param>
    /// <param name="Trace">The id of its trace, or of several.</param>
    /// <param name="Calls">Its requests between services, in the order of their starts.</param>
    /// <param name="Lines">The log lines of its trace.</param>
    internal sealed record Failure(
        int Test,
        [property: System.Text.Json.Serialization.JsonIgnore] Culprit Culprit,
        string? Message,
        string? File,
        int? Line,
        string? Step,
        string? Curl,
        string? Stack,
        string? Output,
        string? Trace,
        IReadOnlyList<Call> Calls,
        IReadOnlyList<Line> Lines
    );

    /// <summary>A request: the log it is from, its operation, status, start, duration in ms, and how many callers it has above it.</summary>
    internal sealed record Call(string Log, string Operation, int Status, double Start, double Ms, int Depth)
    {
        public static Call Of(Traces.Request request) =>
            new(
                request.Log,
                request.Operation,
                request.Status,
                Clock.Rounded(request.Start),
                Clock.Rounded(request.Milliseconds),
                request.Depth
            );
    }

    /// <summary>A log line of the trace.</summary>
    internal sealed record Line(string Log, double? At, string Text, bool Failed);
}
