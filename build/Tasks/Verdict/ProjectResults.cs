using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>What the test projects of a run came to, by the files that they left.</summary>
internal static class ProjectResults
{
    /// <summary>The path of a project's TRX.</summary>
    public static string FileOf(string resultsDirectory, string project) => Path.Combine(resultsDirectory, project + ".trx");

    /// <summary>Reads a project's results, without the tests that were left out.</summary>
    /// <returns>Null when it left none.</returns>
    public static TestResults? Read(string resultsDirectory, string project)
    {
        var file = FileOf(resultsDirectory, project);
        var trx = File.Exists(file) ? WithoutLeftOut(TrxFile.Read(file, project)) : null;
        return ProcessEnd.Find(resultsDirectory, project) is { } end ? Complete(trx ?? new TestResults(project, [], []), end) : trx;
    }

    private static TestResults WithoutLeftOut(TestResults trx) => trx with { Tests = [.. trx.Tests.Where(test => !test.IsLeftOut)] };

    /// <summary>The platform saves of a process that broke what it had written by then, which is not all that had ended.</summary>
    private static TestResults Complete(TestResults trx, ProcessEnd end) =>
        trx with
        {
            Tests = [.. trx.Tests, .. end.Ended.ExceptBy(trx.Tests.Select(test => test.Name), test => test.Name)],
        };
}
