namespace IntegrationSuite.Tasks.Verdict;

/// <summary>What a test project's run came to, as TestKit writes it to <c>results/&lt;Project&gt;.json</c>; the single tests in it are read by nobody here.</summary>
internal sealed record TestResults(string Project, int Passed, int Failed, int Skipped)
{
    public int Total => Passed + Failed + Skipped;
}
