using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>What a round came to.</summary>
/// <param name="Results">Test → how it ended; nothing of one that came to no end.</param>
/// <param name="WereOn">The mutants that some request ran.</param>
/// <param name="IsSound">The services lived to its end.</param>
internal sealed record RoundOutcome(IReadOnlyDictionary<string, TestResult> Results, IReadOnlySet<string> WereOn, bool IsSound)
{
    /// <summary>Whether a test ended, and not by failing.</summary>
    public bool IsWell(string test) => Results.GetValueOrDefault(test)?.Outcome is "passed" or "skipped";
}
