using System.Globalization;
using System.Xml.Linq;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What a test project's run came to, as VSTest and Microsoft.Testing.Platform write it: <c>results/&lt;Project&gt;.trx</c>.</summary>
internal static class TrxFile
{
    private static readonly XNamespace s_trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Reads one.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="project">The test project's name.</param>
    public static TestResults Read(string file, string project)
    {
        var run = XDocument.Load(file);
        var classes = run.Descendants(s_trx + "UnitTest")
            .DistinctBy(test => (string?)test.Attribute("id"))
            .ToDictionary(
                test => (string?)test.Attribute("id") ?? "",
                test => (string?)test.Element(s_trx + "TestMethod")?.Attribute("className")
            );
        return new TestResults(
            project,
            [
                .. run.Descendants(s_trx + "UnitTestResult")
                    .Select(result => Test(result, classes.GetValueOrDefault((string?)result.Attribute("testId") ?? ""))),
            ],
            [.. run.Descendants(s_trx + "RunInfo").Where(IsBreak).Select(Text)]
        );
    }

    private static TestResult Test(XElement result, string? className)
    {
        var message = result.Descendants(s_trx + "Message").FirstOrDefault()?.Value;
        var output = result.Descendants(s_trx + "StdOut").FirstOrDefault()?.Value ?? "";
        return new(
            (string)result.Attribute("testName")!,
            (string?)result.Attribute("outcome") switch
            {
                "Passed" => "passed",
                "NotExecuted" or "Inconclusive" => "skipped",
                _ => "failed",
            },
            message
        )
        {
            ClassName = className,
            Place = FailureNote.PlaceIn(output),
            Cause = FailureNote.CauseIn($"{message}\n{output}"),
            StackTrace = result.Descendants(s_trx + "StackTrace").FirstOrDefault()?.Value,
            Start = Start(result),
            Duration = Duration(result),
        };
    }

    private static DateTimeOffset? Start(XElement result) =>
        DateTimeOffset.TryParse((string?)result.Attribute("startTime"), CultureInfo.InvariantCulture, out var start) ? start : null;

    private static TimeSpan Duration(XElement result) =>
        TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out var duration) ? duration : TimeSpan.Zero;

    // Error alone says little: Microsoft.Testing.Platform notes so, too, that tests failed, and adapters of VSTest whatever they like.
    private static bool IsBreak(XElement info) =>
        (string?)info.Attribute("outcome") == "Error"
        && Array.Exists(["crashed", "aborted"], word => Text(info).Contains(word, StringComparison.Ordinal));

    private static string Text(XElement info) => info.Value.Trim();
}
