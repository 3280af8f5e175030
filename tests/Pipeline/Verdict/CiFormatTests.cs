using System.Xml.Linq;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Ci;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult;

namespace Pipeline.Verdict;

/// <summary>What a run tells CI systems, whatever tests and services called things.</summary>
[TestClass]
public sealed class CiFormatTests
{
    private const string Hostile = "]]> ##vso[task.setvariable variable=PATH]/tmp\n::error::no\r|<script>,;]:%0A\u001b[31m\uFFFF\uD800";

    private static readonly CoverageReport.Share s_share = new(159, 200, 79.5);

    private readonly string _file = Path.GetTempFileName();

    [TestCleanup]
    public void Remove() => File.Delete(_file);

    [TestMethod]
    [DataRow(null, "GITHUB_ACTIONS", "true", "GitHub")]
    [DataRow("auto", "TF_BUILD", "True", "Azure")]
    [DataRow("", "GITHUB_ACTIONS", "false", "None")]
    [DataRow("", "GITLAB_CI", "true", "None")]
    [DataRow("off", "GITHUB_ACTIONS", "true", "None")]
    [DataRow("azure", "GITHUB_ACTIONS", "true", "Azure")]
    public void The_environment_says_what_a_build_runs_on_unless_the_property_does(
        string? asked,
        string name,
        string value,
        string system
    ) => Assert.AreEqual(system, CiSystems.Of(asked, each => each == name ? value : null).ToString());

    [TestMethod]
    public void A_property_that_is_no_system_is_an_error_that_names_those_there_are() =>
        StringAssert.Contains(
            Assert.ThrowsExactly<SuiteException>(() => CiSystems.Of("jenkins", _ => null)).Errors.Single().ToString(),
            "auto, off, github or azure"
        );

    [TestMethod]
    public void JUnit_has_every_test_once_with_what_became_of_it()
    {
        var suite = WriteJUnit(
            Test("a", "passed"),
            Test("b", "failed") with
            {
                Message = "Expected 1",
                StackTrace = "at B() in b.cs:line 3",
                Duration = TimeSpan.FromMilliseconds(1500),
            },
            Test("c", "skipped")
        );
        Assert.AreEqual(
            "3 1 1",
            $"{suite.Attribute("tests")?.Value} {suite.Attribute("failures")?.Value} {suite.Attribute("skipped")?.Value}"
        );
        var cases = suite.Elements("testcase").ToList();
        CollectionAssert.AreEqual(new[] { "a", "b", "c" }, cases.Select(each => each.Attribute("name")!.Value).ToArray());
        Assert.AreEqual("1.500", cases[1].Attribute("time")!.Value);
        Assert.AreEqual("Expected 1", cases[1].Element("failure")!.Attribute("message")!.Value);
        Assert.AreEqual("at B() in b.cs:line 3", cases[1].Element("failure")!.Value);
        Assert.IsNull(cases[0].Element("failure"));
        Assert.IsNotNull(cases[2].Element("skipped"));
    }

    [TestMethod]
    public void JUnit_says_why_a_project_did_not_come_to_its_end()
    {
        JUnitFile.Write(_file, [new TestResults("Contracts", [], ["the process was killed"])], DateTimeOffset.UnixEpoch);
        var suite = XDocument.Load(_file).Root!.Element("testsuite")!;
        Assert.AreEqual("1", suite.Attribute("errors")!.Value);
        Assert.AreEqual("the process was killed", suite.Element("testcase")!.Element("error")!.Attribute("message")!.Value);
    }

    [TestMethod]
    public void JUnit_can_be_read_whatever_a_test_is_called_and_says()
    {
        var suite = WriteJUnit(Test(Hostile, "failed") with { Message = Hostile, StackTrace = Hostile, ClassName = Hostile });
        StringAssert.Contains(suite.Element("testcase")!.Attribute("name")!.Value, "<script>");
    }

    [TestMethod]
    public void A_text_is_one_value_of_a_command_of_GitHub_and_none_of_its_own()
    {
        var line = CiCommand.GitHub("error", [("file", "a,b:c.cs"), ("line", null), ("title", "SUITE300")], Hostile);
        StringAssert.StartsWith(line, "::error file=a%2Cb%3Ac.cs,title=SUITE300::");
        Assert.IsFalse(line.Contains('\n') || line.Contains('\r') || line.Contains("##"), line);
        StringAssert.Contains(line, "%250A"); // what was %0A before is no new line
    }

    [TestMethod]
    public void A_text_is_one_value_of_a_command_of_Azure_and_none_of_its_own()
    {
        var line = CiCommand.Azure("task.logissue", [("type", "error"), ("sourcepath", "a;b]c.cs")], Hostile);
        StringAssert.StartsWith(line, "##vso[task.logissue type=error;sourcepath=a%3Bb%5Dc.cs;]");
        Assert.AreEqual(0, line.LastIndexOf("##", StringComparison.Ordinal), line);
        Assert.IsFalse(line.Contains('\n'), line);
    }

    [TestMethod]
    public void A_summary_has_the_verdict_each_project_each_service_and_what_failed_where()
    {
        var summary = Summary(new SuiteError("SUITE300", "Contracts: NoteTests.A_note failed", File: "/src/NoteTests.cs", Line: 17));
        StringAssert.Contains(summary, "## ❌ Integration test failed");
        StringAssert.Contains(summary, "| Contracts | 1 | 1 | 0 | 7 |");
        StringAssert.Contains(summary, "| Notes Service | 79.5 % | ✗ |");
        StringAssert.Contains(summary, @"**SUITE300** Contracts\: NoteTests\.A\_note failed (\/src\/NoteTests\.cs\:17)");
    }

    [TestMethod]
    public void A_text_is_no_markup_in_a_summary()
    {
        var line = Summary(new SuiteError("SUITE300", "<img src=x> [a](http://b) `c` | @someone\n# d"))
            .Split('\n')
            .Single(each => each.Contains("SUITE300"));
        Assert.AreEqual(@"- **SUITE300** \<img src\=x\> \[a\]\(http\:\/\/b\) \`c\` \| \@someone \# d", line);
    }

    [TestMethod]
    public void A_summary_of_a_thousand_errors_has_the_first_and_says_how_many_there_are_besides() =>
        StringAssert.Contains(Summary([.. Enumerable.Range(0, 1000).Select(i => new SuiteError("SUITE300", $"{i}"))]), "- and 980 more");

    private static TestResult Test(string name, string outcome) => new(name, outcome, null) { ClassName = "Shop.NoteTests" };

    private XElement WriteJUnit(params TestResult[] tests)
    {
        JUnitFile.Write(_file, [new TestResults("Contracts", tests, [])], DateTimeOffset.UnixEpoch);
        return XDocument.Load(_file).Root!.Elements("testsuite").Single();
    }

    private static string Summary(params SuiteError[] errors) =>
        new JobSummary(
            new VerdictFile
            {
                Verdict = "failed",
                Tests = [new ProjectTally("Contracts", 1, 1, 0, Unchanged: 7)],
                Errors = errors,
            },
            [new CoverageReport.Service("notes", "Notes Service", false, null, s_share, s_share, s_share, null)],
            "artifacts/integration/report"
        ).ToMarkdown();
}
