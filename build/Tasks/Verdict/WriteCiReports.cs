using System.Globalization;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Ci;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>Tells a run in the formats of CI systems: <c>results/junit.xml</c> always; on GitHub Actions and Azure Pipelines their own commands and a summary.</summary>
public sealed class WriteCiReports : SuiteTask
{
    /// <summary>Where results are, <c>verdict.json</c> among them.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>Where the report is.</summary>
    [Required]
    public required string ReportDirectory { get; set; }

    /// <summary>The test projects that were to run, with metadata <c>Results</c>.</summary>
    public ITaskItem[] TestProjects { get; set; } = [];

    /// <summary>When the run began (UTC, round-trip format).</summary>
    [Required]
    public required string StartedAt { get; set; }

    /// <summary><c>auto</c> (default), <c>off</c>, <c>github</c> or <c>azure</c>.</summary>
    public string? Ci { get; set; }

    /// <summary>GitHub shows ten annotations of a step and drops the others.</summary>
    private const int MostAnnotations = 10;

    private string SummaryFile => Path.Combine(ResultsDirectory, JobSummary.FileName);

    private string JUnit => Path.Combine(ResultsDirectory, JUnitFile.FileName);

    /// <inheritdoc />
    protected override void Run()
    {
        var projects = TestProjects.Where(project => project.GetMetadata("Runs") != "false").Select(Read).OfType<TestResults>().ToList();
        JUnitFile.Write(JUnit, projects, DateTimeOffset.Parse(StartedAt, CultureInfo.InvariantCulture));
        File.WriteAllText(
            SummaryFile,
            new JobSummary(
                VerdictFile.Read(Path.Combine(ResultsDirectory, "verdict.json"), key: null),
                Coverage(),
                ReportDirectory
            ).ToMarkdown()
        );
        switch (CiSystems.Of(Ci, Environment.GetEnvironmentVariable))
        {
            case CiSystem.GitHub:
                TellGitHub();
                break;
            case CiSystem.Azure:
                TellAzure();
                break;
        }
    }

    // Of a project that succeeded without results its platform keeps none: VSTest, when no test matches.
    private TestResults? Read(ITaskItem project) =>
        ProjectResults.Read(ResultsDirectory, project.GetMetadata("Results"))
        ?? (
            project.GetMetadata("Succeeded") == "true"
                ? null
                : new TestResults(project.GetMetadata("Results"), [], ["The test process ended without results."])
        );

    private void TellGitHub()
    {
        foreach (var error in ReportedErrors.Take(MostAnnotations))
        {
            Command(CiCommand.GitHub("error", [("file", error.File), ("line", Line(error)), ("title", error.Code)], MessageOf(error)));
        }

        if (Environment.GetEnvironmentVariable("GITHUB_STEP_SUMMARY") is { Length: > 0 } summary)
        {
            Append(summary);
        }
    }

    private void Append(string summary)
    {
        try
        {
            File.AppendAllText(summary, File.ReadAllText(SummaryFile));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(
                new SuiteError(ErrorCodes.ReportUnwritable, $"The job's summary '{summary}' can't be written: {e.Message}", IsWarning: true)
            );
        }
    }

    private void TellAzure()
    {
        foreach (var error in ReportedErrors.Take(MostAnnotations))
        {
            (string, string?)[] place = [("type", "error"), ("sourcepath", error.File), ("linenumber", Line(error)), ("code", error.Code)];
            Command(CiCommand.Azure("task.logissue", place, MessageOf(error)));
        }

        Command(
            CiCommand.Azure(
                "results.publish",
                [("type", "JUnit"), ("mergeResults", "true"), ("runTitle", "Integration test"), ("resultFiles", JUnit)],
                ""
            )
        );
        var merged = Path.Combine(ReportDirectory, "coverage", "Cobertura.xml");
        if (File.Exists(Path.Combine(ResultsDirectory, CoverageReport.FileName)) && File.Exists(merged))
        {
            Command(CiCommand.Azure("codecoverage.publish", [("codecoveragetool", "Cobertura"), ("summaryfile", merged)], ""));
        }

        Command(CiCommand.Azure("task.uploadsummary", [], SummaryFile));
    }

    // Not through Say, which makes such lines harmless: what they are made of is escaped.
    private void Command(string line) => Log.LogMessage(MessageImportance.High, "{0}", line);

    private static string? Line(SuiteError error) => error.Line?.ToString(CultureInfo.InvariantCulture);

    private static string MessageOf(SuiteError error) => error.Service is { } service ? $"{service}: {error.Message}" : error.Message;

    private IReadOnlyList<CoverageReport.Service> Coverage()
    {
        var file = Path.Combine(ResultsDirectory, CoverageReport.FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<CoverageReport>(File.ReadAllBytes(file), ClientJson.Options)!.Services : [];
    }
}
