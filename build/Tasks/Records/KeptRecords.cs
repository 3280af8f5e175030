using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Tasks.Records;

/// <summary>The records of tests that need not run, and in the end those of all.</summary>
/// <param name="leftOut">Their records of the run before.</param>
/// <param name="since">That run's name.</param>
internal sealed class KeptRecords(IReadOnlyList<TestRecord> leftOut, string since)
{
    /// <summary>Those of all tests, once they are known.</summary>
    public IReadOnlyList<TestRecord> Now { get; private set; } = [];

    /// <summary>Adds those of the tests that did not run. One of them that ran all the same, as TestKit could not leave it out, has its own.</summary>
    /// <param name="ran">Those that ran.</param>
    public IReadOnlyList<TestRecord> Complete(IReadOnlyList<TestRecord> ran)
    {
        var known = ran.Select(test => (test.Project, test.Key)).ToHashSet();
        var others = leftOut.Where(test => !known.Contains((test.Project, test.Key)));
        return Now = [.. ran, .. others.Select(test => test with { UnchangedSince = test.UnchangedSince ?? since, Traces = [] })];
    }
}
