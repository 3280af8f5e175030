using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult; // and not MSTest's, where tests compile this

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>What a test project of a concern came to.</summary>
/// <param name="Concern">Its concern.</param>
/// <param name="Results">Its results; null when it left none.</param>
/// <param name="IsBroken">Its run did not come to its end, which is an error of its own.</param>
internal sealed record ConcernRun(string Concern, TestResults? Results, bool IsBroken);

/// <summary>Finds the concerns in which no test ran: each was skipped, or there is none. That nothing failed there proves nothing.</summary>
internal static class IdleConcerns
{
    private const int LongestReason = 200;

    /// <summary>Those of a run, an error each. A filter may leave a concern without tests, as long as another has some.</summary>
    /// <param name="runs">Every test project that was to run.</param>
    /// <param name="filter">The test filter, when one was given.</param>
    public static IReadOnlyList<SuiteError> Find(IReadOnlyList<ConcernRun> runs, string? filter)
    {
        var isFiltered = filter is { Length: > 0 };
        if (isFiltered && runs.All(run => !run.IsBroken && TestsOf(run).Count == 0))
        {
            return [NoTests($"No test ran at all: nothing matches the filter '{filter}'. Fix IntegrationTestFilter.")];
        }

        return
        [
            .. from run in runs
            group run by run.Concern into concern
            let tests = concern.SelectMany(TestsOf).ToList()
            where !concern.Any(run => run.IsBroken) && !tests.Exists(HasRun) && (tests.Count > 0 || !isFiltered)
            select NoTests($"No test of the concern {concern.Key} ran: {Why(tests)}"),
        ];
    }

    private static IReadOnlyList<TestResult> TestsOf(ConcernRun run) => run.Results?.Tests ?? [];

    // A latency that could not be judged was measured.
    private static bool HasRun(TestResult test) => test.Outcome != "skipped" || test.IsUndecided;

    private static string Why(IReadOnlyList<TestResult> skipped) =>
        skipped.Count == 0
            ? "its projects have none. Write one, or take <IntegrationTestConcern> out of the project."
            : $"{(skipped.Count == 1 ? "its only test was" : $"all {skipped.Count} were")} skipped{Reason(skipped)}. Let one of them run, or take the project out of the concern.";

    private static string Reason(IReadOnlyList<TestResult> skipped) =>
        skipped.Select(test => test.Message).FirstOrDefault(message => message is { Length: > 0 }) is { } reason
            ? $" ({HarmlessText.OneLine(reason, LongestReason).TrimEnd('.')})"
            : "";

    private static SuiteError NoTests(string message) => new(ErrorCodes.NoTests, message);
}
