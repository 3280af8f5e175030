using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult; // and not MSTest's, where tests compile this

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>The errors of a project's failed tests: one each, but one for all that failed for the same cause.</summary>
internal static class TestFailures
{
    /// <summary>More failed tests than this say the same thing again; the log has them all.</summary>
    private const int Most = 20;

    /// <summary>Of those that share a cause the first are named.</summary>
    private const int MostNamed = 3;

    private const int LongestMessage = 1000;
    private const int LongestPlace = 600;

    /// <summary>Tells what failed.</summary>
    /// <param name="results">What the project's run came to.</param>
    /// <param name="folder">The project's folder: lines of its sources are told.</param>
    public static IEnumerable<SuiteError> Of(TestResults results, string folder) =>
        results
            .Tests.Where(test => test.Outcome == "failed")
            .Index()
            .GroupBy(each => each.Item.Cause ?? $"{each.Index}", each => each.Item)
            .Take(Most)
            .Select(failed => failed.Count() == 1 ? One(results.Project, failed.Single(), folder) : Many(results.Project, [.. failed]));

    private static SuiteError One(string project, TestResult test, string folder)
    {
        var source = SourceLine.Of(test.StackTrace, folder);
        var place = test.Place is null ? "" : $" {HarmlessText.OneLine(test.Place, LongestPlace)}";
        return new SuiteError(
            ErrorCodes.TestFailed,
            $"{project}: {OneLine(test.FullName)} failed: {OneLine(test.Message)}{place}",
            File: source?.File ?? project,
            Line: source?.Line
        );
    }

    private static SuiteError Many(string project, IReadOnlyList<TestResult> tests)
    {
        var names = tests.Take(MostNamed).Select(test => OneLine(test.FullName));
        var more = tests.Count > MostNamed ? $" and {tests.Count - MostNamed} more" : "";
        return new SuiteError(
            ErrorCodes.TestFailed,
            $"{project}: {tests.Count} tests failed for one cause, {OneLine(tests[0].Cause).TrimEnd('.')}. They are {string.Join(", ", names)}{more}.",
            File: project
        );
    }

    /// <summary>An MSBuild error is a line; the whole text is in the log.</summary>
    private static string OneLine(string? message) => HarmlessText.OneLine(message ?? "", LongestMessage);
}
