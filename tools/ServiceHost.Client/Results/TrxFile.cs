using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What a test project's run came to, as VSTest and Microsoft.Testing.Platform write it: <c>results/&lt;Project&gt;.trx</c>.</summary>
internal static class TrxFile
{
    private static readonly XNamespace s_trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private static readonly XmlReaderSettings s_settings = new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = false };

    /// <summary>Reads one.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="project">The test project's name.</param>
    /// <exception cref="XmlException">It was cut short, or is no XML.</exception>
    public static TestResults Read(string file, string project)
    {
        using var stream = File.OpenRead(file);
        var (results, fault) = ReadAsFarAsPossible(stream, project);
        return fault is null ? results : throw fault;
    }

    /// <summary>Reads one that may have been cut short, for whoever shows what there is.</summary>
    /// <returns>What there is, and where the reading ended early, if it did.</returns>
    public static (TestResults Results, XmlException? Fault) ReadAsFarAsPossible(Stream stream, string project)
    {
        var parts = new List<XElement>();
        try
        {
            using var reader = XmlReader.Create(stream, s_settings);
            foreach (var part in Parts(reader))
            {
                parts.Add(part);
            }

            return (Results(parts, project), null);
        }
        catch (XmlException e)
        {
            return (Results(parts, project), e);
        }
    }

    /// <summary>One by one: so what stands before a cut is read, and a large file takes no second copy.</summary>
    private static IEnumerable<XElement> Parts(XmlReader reader)
    {
        while (!reader.EOF)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "UnitTestResult" or "UnitTest" or "RunInfo" or "Times" })
            {
                yield return (XElement)XNode.ReadFrom(reader);
            }
            else
            {
                reader.Read();
            }
        }
    }

    private static TestResults Results(List<XElement> parts, string project)
    {
        var definitions = parts
            .Where(part => part.Name == s_trx + "UnitTest")
            .DistinctBy(test => (string?)test.Attribute("id") ?? "")
            .ToDictionary(test => (string?)test.Attribute("id") ?? "", test => test.Element(s_trx + "TestMethod"));
        var times = parts.Find(part => part.Name == s_trx + "Times");
        return new TestResults(
            project,
            [
                .. parts
                    .SelectMany(part => part.DescendantsAndSelf(s_trx + "UnitTestResult"))
                    .Select(result => Test(result, definitions.GetValueOrDefault((string?)result.Attribute("testId") ?? ""))),
            ],
            [.. parts.Where(IsBreak).Select(Text)]
        )
        {
            StartedAt = Time(times, "start"),
            FinishedAt = Time(times, "finish"),
        };
    }

    private static TestResult Test(XElement result, XElement? method)
    {
        var message = result.Descendants(s_trx + "Message").FirstOrDefault()?.Value;
        var output = result.Element(s_trx + "Output")?.Element(s_trx + "StdOut")?.Value;
        return new(
            (string?)result.Attribute("testName") ?? "",
            (string?)result.Attribute("outcome") switch
            {
                "Passed" => "passed",
                "NotExecuted" or "Inconclusive" => "skipped",
                _ => "failed",
            },
            message
        )
        {
            ClassName = (string?)method?.Attribute("className"),
            Assembly = (string?)method?.Attribute("codeBase"),
            Place = FailureNote.PlaceIn(output ?? ""),
            Cause = FailureNote.CauseIn($"{message}\n{output}"),
            StackTrace = result.Descendants(s_trx + "StackTrace").FirstOrDefault()?.Value,
            Output = output,
            Start = Time(result, "startTime"),
            Duration = Duration(result),
        };
    }

    private static DateTimeOffset? Time(XElement? of, string attribute) =>
        DateTimeOffset.TryParse((string?)of?.Attribute(attribute), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static TimeSpan Duration(XElement result) =>
        TimeSpan.TryParse((string?)result.Attribute("duration"), CultureInfo.InvariantCulture, out var duration) ? duration : TimeSpan.Zero;

    // Error alone says little: Microsoft.Testing.Platform notes so, too, that tests failed, and adapters of VSTest whatever they like.
    private static bool IsBreak(XElement part) =>
        part.Name == s_trx + "RunInfo"
        && (string?)part.Attribute("outcome") == "Error"
        && Array.Exists(["crashed", "aborted"], word => Text(part).Contains(word, StringComparison.Ordinal));

    private static string Text(XElement info) => info.Value.Trim();
}
