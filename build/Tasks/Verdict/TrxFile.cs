using System.Xml.Linq;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>What a classic VSTest project's run came to, as VSTest's own logger writes it (TRX, TeamTest 2010).</summary>
internal static class TrxFile
{
    private static readonly XNamespace s_trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads one.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="project">The test project's name.</param>
    public static TestResults Read(string file, string project)
    {
        var tests = XDocument.Load(file).Descendants(s_trx + "UnitTestResult").Select(Test).ToList();
        return new TestResults(project, Count("passed"), Count("failed"), Count("skipped"), tests);

        int Count(string outcome) => tests.Count(test => test.Outcome == outcome);
    }

    private static TestResult Test(XElement result) => new(
        (string)result.Attribute("testName")!,
        (string?)result.Attribute("outcome") switch { "Passed" => "passed", "NotExecuted" or "Inconclusive" => "skipped", _ => "failed" },
        result.Descendants(s_trx + "Message").FirstOrDefault()?.Value);
}
