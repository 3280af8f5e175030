using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Coverage;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>Says in one file and one line whether the services work together. Everything that a task of this build reported counts.</summary>
public sealed class WriteVerdict : SuiteTask
{
    /// <summary>Where <c>verdict.json</c> goes.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>The test projects that were to run: path, with metadata <c>Concern</c>, <c>Kind</c> (its test target), <c>Results</c> (the name of its files), <c>OutputName</c> (how the name of its output's file begins) and <c>Succeeded</c>.</summary>
    public ITaskItem[] TestProjects { get; set; } = [];

    /// <summary>The test filter, when one was given.</summary>
    public string? Filter { get; set; }

    /// <summary>Whether this run measured coverage.</summary>
    public bool MeasuresCoverage { get; set; }

    /// <summary>The services without coverage: name, with metadata <c>Title</c> and <c>Why</c>.</summary>
    public ITaskItem[] NotMeasured { get; set; } = [];

    /// <summary>See <see cref="CollectCoverage.Threshold"/>.</summary>
    public string CoverageThreshold { get; set; } = "80";

    /// <summary>See <see cref="CollectCoverage.ThresholdType"/>.</summary>
    public string CoverageThresholdType { get; set; } = "line";

    /// <summary>The levels of gates that this run was given.</summary>
    public string? Gates { get; set; }

    /// <summary>When the run began (UTC, round-trip format).</summary>
    [Required]
    public required string StartedAt { get; set; }

    private const int LongestMessage = 1000;

    /// <inheritdoc />
    protected override void Run()
    {
        if (TestProjects.Length == 0 && ReportedErrors.Count == 0)
        {
            Report(
                new SuiteError(
                    ErrorCodes.NoTestProject,
                    "No test project ran. The cause stands above; if nothing does, no project of the solution names this <IntegrationTestConcern>."
                )
            );
        }

        Dumps.RemoveCopies(ResultsDirectory);
        var results = TestProjects.Select(Read).ToList();
        var unchanged = Unchanged();
        TestProjects.Zip(results).Where(r => r.Second is not null).SelectMany(r => Failures(r.First, r.Second!)).ToList().ForEach(Report);
        TestProjects.Zip(results).SelectMany(r => Judge(r.First, r.Second)).ToList().ForEach(Report);
        ConcernRun[] runs = [.. TestProjects.Zip(results).Select(r => RunOf(r.First, r.Second))];
        IdleConcerns
            .Find([.. runs.Where(run => !unchanged.Exists(test => test.Concern == run.Concern && test.Outcome == "passed"))], Filter)
            .ToList()
            .ForEach(Report);

        var undecided = results.OfType<TestResults>().SelectMany(r => r.Tests).Where(t => t.IsUndecided).ToList();
        undecided.ForEach(Warn);
        var verdict =
            ReportedErrors.Count > 0 ? "failed"
            : undecided.Count > 0 ? "inconclusive"
            : "passed";
        Write(verdict, results.OfType<TestResults>().ToList(), unchanged);
        Say(Summary(verdict, results.OfType<TestResults>().ToList(), unchanged));
    }

    // None of its tests had to run.
    private TestResults? Read(ITaskItem project) =>
        project.GetMetadata("Runs") == "false"
            ? new TestResults(project.GetMetadata("Results"), [], [])
            : ProjectResults.Read(ResultsDirectory, project.GetMetadata("Results"));

    private List<TestRecord> Unchanged()
    {
        var file = Path.Combine(ResultsDirectory, TestRecords.FileName);
        return File.Exists(file) ? [.. TestRecords.Read(file).Tests.Where(test => test.UnchangedSince is not null)] : [];
    }

    /// <summary>Neither an error, which would cry wolf, nor silence, which would pass for a pass.</summary>
    private void Warn(TestResult test) =>
        Report(
            new SuiteError(ErrorCodes.MachineTooBusy, $"{OneLine(test.Name)} could not be judged: {OneLine(test.Message)}", IsWarning: true)
        );

    private ConcernRun RunOf(ITaskItem project, TestResults? results) =>
        new(project.GetMetadata("Concern"), results, WhyBroken(project, results) is not null);

    private static IEnumerable<SuiteError> Failures(ITaskItem project, TestResults results) =>
        TestFailures.Of(results, Path.GetDirectoryName(project.ItemSpec) ?? "");

    /// <summary>An MSBuild error is a line; the whole text is in the log.</summary>
    private static string OneLine(string? message) => HarmlessText.OneLine(message ?? "", LongestMessage);

    private IEnumerable<SuiteError> Judge(ITaskItem project, TestResults? results)
    {
        var name = project.GetMetadata("Results");
        if (results is { Failed: > 0 })
        {
            yield return new SuiteError(
                ErrorCodes.TestsFailed,
                $"{name}: {results.Failed} of {results.Tests.Count} tests failed; each is named above, and in the log with the services' log lines of its trace.",
                File: project.ItemSpec,
                Log: ProjectResults.FileOf(ResultsDirectory, name)
            );
        }

        if (WhyBroken(project, results) is { } why)
        {
            var output = ProcessOutput.Find(ResultsDirectory, project.GetMetadata("OutputName"), name);
            yield return new SuiteError(
                ErrorCodes.NoResults,
                $"{name}: {why} {output?.End ?? "Its output stands above."}",
                File: project.ItemSpec,
                Log: output?.File
            );
        }
    }

    /// <summary>A run that came to its end has a file of results, and failed only by a test that did.</summary>
    private string? WhyBroken(ITaskItem project, TestResults? results)
    {
        var end = ProcessEnd.Find(ResultsDirectory, project.GetMetadata("Results"));
        var succeeded = project.GetMetadata("Succeeded") == "true";
        return results switch
        {
            null when succeeded && project.GetMetadata("Kind") == "VSTest" => null,
            null => "the test process ended without results; it crashed, was killed, or could not get the services.",
            // That a filter left it without tests, or that all were skipped, its platform may say by its exit code; the concern is judged for that.
            { Breaks: [] }
                when end is null
                    && (
                        succeeded
                        || project.GetMetadata("Runs") == "false"
                        || results.Failed > 0
                        || (results.Passed == 0 && IsExcused(results))
                    ) => null,
            { Breaks: [], Tests: [] } when end is null => "it has no test, or its process failed before the first.",
            _ => "the test run did not come to its end; "
                + (end?.ToString() ?? string.Join(' ', results.Breaks.DefaultIfEmpty("its process failed")))
                + $". The {results.Tests.Count} tests that had ended count.",
        };
    }

    private bool IsExcused(TestResults results) => results.Skipped > 0 || Filter is { Length: > 0 };

    private void Write(string verdict, IReadOnlyList<TestResults> results, IReadOnlyList<TestRecord> unchanged)
    {
        new VerdictFile
        {
            Verdict = verdict,
            StartedAt = DateTimeOffset.Parse(StartedAt, CultureInfo.InvariantCulture),
            FinishedAt = DateTimeOffset.UtcNow,
            Filter = Filter,
            Gates = Gates,
            CoverageThreshold = LinesAskedFor(),
            Tests =
            [
                .. results.Select(r => new ProjectTally(
                    r.Project,
                    r.Passed,
                    r.Failed,
                    r.Skipped,
                    unchanged.Count(test => test.Project == r.Project)
                )),
            ],
            UnchangedSince = [.. unchanged.Select(test => test.UnchangedSince!).Distinct()],
            NotMeasured = MeasuresCoverage ? [.. NotMeasured.Select(Unmeasured)] : null,
            Errors = ReportedErrors,
            Binaries = Shared<TestedBinaries>()?.ByService ?? new Dictionary<string, ServiceBinaries>(),
        }.Write(Path.Combine(ResultsDirectory, "verdict.json"), Environment.GetEnvironmentVariable(VerdictFile.KeyVariable));
    }

    private double? LinesAskedFor() =>
        MeasuresCoverage
        && CoverageThresholdType.Contains("line", StringComparison.Ordinal)
        && double.TryParse(CoverageThreshold, CultureInfo.InvariantCulture, out var threshold)
            ? threshold
            : null;

    private static UnmeasuredService Unmeasured(ITaskItem service) =>
        new(service.ItemSpec, service.GetMetadata("Title"), service.GetMetadata("Why"));

    private static string Summary(string verdict, IReadOnlyList<TestResults> results, IReadOnlyList<TestRecord> unchanged) =>
        $"{verdict switch { "passed" => "✓", "failed" => "✗", _ => "?" }} Integration test {verdict}: {results.Sum(r => r.Passed)} passed, {results.Sum(r => r.Failed)} failed, {results.Sum(r => r.Skipped)} skipped"
        + (
            unchanged.Count == 0
                ? ""
                : $", {unchanged.Count} unchanged since {NameList.Of([.. unchanged.Select(test => test.UnchangedSince!).Distinct()])}"
        );
}
