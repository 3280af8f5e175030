using ServiceHost.Client;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>What a test project's run came to, as TestKit writes it to <c>results/&lt;Project&gt;.json</c>.</summary>
internal sealed record TestResults(string Project, int Passed, int Failed, int Skipped, IReadOnlyList<TestResult> Tests)
{
    public int Total => Passed + Failed + Skipped;
}

/// <summary>How one test ended: <c>passed</c>, <c>failed</c> or <c>skipped</c>, and why.</summary>
internal sealed record TestResult(string Name, string Outcome, string? Message)
{
    /// <summary>A latency that could not be judged.</summary>
    public bool IsUndecided => Outcome == "skipped" && Message?.Contains(ErrorCodes.MachineTooBusy, StringComparison.Ordinal) == true;
}
