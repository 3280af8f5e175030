using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult; // and not MSTest's, where tests compile this

namespace IntegrationSuite.Tasks.Ci;

/// <summary>
/// The results of all test projects in the XML that Ant's JUnit task began and every CI system reads: a <c>testsuite</c> a project.
/// There is no one standard; this is valid for both schemas that are in use, that of Jenkins' xUnit plugin (junit-10.xsd) and the stricter one
/// that was made from Ant's source (windyroad JUnit.xsd).
/// </summary>
internal static class JUnitFile
{
    /// <summary>Its name among the results.</summary>
    public const string FileName = "junit.xml";

    private const int MostOfAText = 32 * 1024;

    /// <summary>Writes it.</summary>
    /// <param name="file">Its path.</param>
    /// <param name="projects">What the test projects came to.</param>
    /// <param name="started">When the run began.</param>
    public static void Write(string file, IReadOnlyList<TestResults> projects, DateTimeOffset started)
    {
        using var writer = XmlWriter.Create(file, new XmlWriterSettings { Indent = true });
        new XDocument(new XElement("testsuites", projects.Select((project, id) => Suite(project, id, started)))).Save(writer);
    }

    private static XElement Suite(TestResults project, int id, DateTimeOffset started) =>
        new(
            "testsuite",
            new XAttribute("id", id),
            new XAttribute("name", Text(project.Project)),
            new XAttribute("package", Text(project.Project)),
            new XAttribute("timestamp", started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
            new XAttribute("hostname", Text(Environment.MachineName)),
            new XAttribute("tests", project.Tests.Count + project.Breaks.Count),
            new XAttribute("failures", project.Failed),
            new XAttribute("errors", project.Breaks.Count),
            new XAttribute("skipped", project.Skipped),
            new XAttribute("time", Seconds(project.Tests.Aggregate(TimeSpan.Zero, (sum, test) => sum + test.Duration))),
            new XElement("properties"),
            project.Tests.Select(Case),
            project.Breaks.Select(why => Broken(project, why)),
            new XElement("system-out"),
            new XElement("system-err", Text(string.Join('\n', project.Breaks)))
        );

    private static XElement Case(TestResult test) =>
        new(
            "testcase",
            new XAttribute("classname", Text(test.ClassName ?? "")),
            new XAttribute("name", Text(test.Name)),
            new XAttribute("time", Seconds(test.Duration)),
            test.Outcome switch
            {
                "failed" => new XElement(
                    "failure",
                    new XAttribute("type", "failed"),
                    new XAttribute("message", Text(test.Message ?? "")),
                    Text(test.StackTrace ?? "")
                ),
                "skipped" => new XElement("skipped"),
                _ => null,
            }
        );

    // Systems count the cases, and would take a project that broke for one that passed.
    private static XElement Broken(TestResults project, string why) =>
        new(
            "testcase",
            new XAttribute("classname", Text(project.Project)),
            new XAttribute("name", "the test run"),
            new XAttribute("time", Seconds(TimeSpan.Zero)),
            new XElement("error", new XAttribute("type", "broken"), new XAttribute("message", Text(why)))
        );

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // What XML 1.0 has no character for (section 2.2) is left out; a surrogate is one half of a character that it has.
    private static string Text(string text) =>
        string.Concat(HarmlessText.Of(text.Length <= MostOfAText ? text : text[..MostOfAText] + "…").Where(IsOfXml));

    private static bool IsOfXml(char character) => XmlConvert.IsXmlChar(character) || char.IsSurrogate(character);
}
