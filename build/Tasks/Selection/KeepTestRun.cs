using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Contracts;
using IntegrationSuite.Tasks.Coverage;
using IntegrationSuite.Tasks.Records;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>Keeps a run that came to its end, also one with tests that failed: these run again, and all that rests on the services that they reach.</summary>
public sealed class KeepTestRun : SuiteTask
{
    // These say what the run came to. Any other says that it did not come to its end.
    private static readonly string[] s_outcomes =
    [
        ErrorCodes.TestFailed,
        ErrorCodes.TestsFailed,
        ErrorCodes.CoverageBelow,
        ErrorCodes.AnswerNotExercised,
        ErrorCodes.AnswerNotDocumented,
        ErrorCodes.KeywordNotExercised,
    ];

    /// <summary>The run's state file.</summary>
    [Required]
    public required string StateFile { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        if (
            Shared<SelectedRun>() is not { Plan: not { Run.Count: 0 } } run
            || Shared<KeptRecords>() is not { Now: { Count: > 0 } tests }
            || ReportedErrors.Exists(error => !s_outcomes.Contains(error.Code))
        )
        {
            return;
        }

        try
        {
            run.Store.Write(
                run.Now with
                {
                    At = DateTimeOffset.UtcNow,
                    WholeAt = run.Plan is null ? DateTimeOffset.UtcNow : run.Before!.WholeAt,
                    Tests = [.. tests.Select(test => test with { Traces = [] })],
                    Contracts = Shared<Kept<ServiceMatrix>>()!.Now,
                    Coverage = Shared<Kept<KeptCoverage>>()!.Now,
                    Warnings = Shared<Kept<SuiteError>>()!.Now,
                    Gates = ServiceGates.Read(StateFile).ByService,
                }
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Report(
                new SuiteError(
                    ErrorCodes.RunNotKept,
                    $"This run is not kept, and the next one runs all of its tests: {e.Message}",
                    IsWarning: true
                )
            );
        }
    }
}
