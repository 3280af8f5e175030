using System.Text;
using IntegrationSuite.Tasks.Coverage;
using IntegrationSuite.Tasks.Coverage.Figures;
using IntegrationSuite.Tasks.Coverage.Reports;

namespace Pipeline.Coverage;

[TestClass]
public sealed class ReportFileTests
{
    private const string Cobertura = """
        <?xml version="1.0" ?>
        <!DOCTYPE coverage SYSTEM "http://nowhere.invalid/coverage-04.dtd">
        <coverage><packages><package><classes>
          <class name="A" filename="a.js">
            <methods>
              <method name="(anonymous)" signature="()V"><lines><line number="1" hits="1"/></lines></method>
              <method name="(anonymous)" signature="()V"><lines><line number="3" hits="0"/></lines></method>
            </methods>
            <lines>
              <line number="1" hits="12345678901" branch="true" condition-coverage="50% (1/2)"/>
              <line number="2" hits="1"/><line number="3" hits="0"/>
            </lines>
          </class>
          <class name="A/inner" filename="a.js"><methods/><lines><line number="3" hits="2"/></lines></class>
          <class name="B" filename="b.js"><methods/><lines><line number="1" hits="0"/></lines></class>
        </classes></package></packages></coverage>
        """;

    private const string Lcov = """
        TN:one
        SF:lib/a.go
        FN:1,run
        FNDA:1,run
        FNDA:0,stop
        DA:1,1
        DA:2,0,Jx8sd
        BRDA:1,0,0,1
        BRDA:1,0,1,-
        LF:2
        end_of_record
        TN:another
        SF:lib/a.go
        DA:2,4
        BRDA:1,0,1,0
        end_of_record
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("report-").FullName;

    private string Report => Path.Combine(_folder, "report");

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Cobertura_is_counted_by_file_and_line_and_what_ran_in_one_class_ran()
    {
        var figures = Read(Cobertura);
        Assert.AreEqual((new Share(3, 4), new Share(1, 2), new Share(1, 2)), (figures.Lines, figures.Branches, figures.Methods));
        CollectionAssert.AreEqual(new[] { "b.js", "a.js" }, figures.Files.Select(file => file.File).ToList());
    }

    [TestMethod]
    public void LCOV_is_counted_and_what_ran_in_one_part_ran()
    {
        var figures = Read(Lcov);
        Assert.AreEqual((new Share(2, 2), new Share(1, 2), new Share(1, 2)), (figures.Lines, figures.Branches, figures.Methods));
    }

    [TestMethod]
    public void LCOV_is_kept_for_the_pages_with_whole_paths()
    {
        File.WriteAllText(Report, Lcov);
        ReportFile.Read(Report).Save(Path.Combine(_folder, "kept"), "/src/shop");
        StringAssert.Contains(File.ReadAllText(Path.Combine(_folder, "kept", ReportFile.LcovName)), "\nSF:/src/shop/lib/a.go\n");
    }

    [TestMethod]
    [DataRow("<html><body>404</body></html>", "its root is <html>", DisplayName = "a page")]
    [DataRow("<coverage><packages>", "line 1", DisplayName = "XML that was cut short")]
    [DataRow("<coverage><line number='1' hits='1'/></coverage>", "outside of a <class>", DisplayName = "a line of no file")]
    [DataRow("<coverage><class name='a'/></coverage>", "path of a source file", DisplayName = "a file without a path")]
    [DataRow(
        "<coverage><class filename='a'><line number='1' hits='-1'/></class></coverage>",
        "no number of hits",
        DisplayName = "negative"
    )]
    [DataRow(
        "<coverage><class filename='a'><line number='x' hits='1'/></class></coverage>",
        "no number of a line",
        DisplayName = "no number"
    )]
    [DataRow(
        "<coverage><class filename='a'><line number='1' hits='1' condition-coverage='1% (3/2)'/></class></coverage>",
        "no share",
        DisplayName = "more than all"
    )]
    [DataRow(
        "<coverage><class filename='a'><line number='1' hits='1' condition-coverage='1% (2/2147483647)'/></class></coverage>",
        "no share",
        DisplayName = "more branches than a line can have"
    )]
    [DataRow(
        """<!DOCTYPE coverage [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><coverage><class filename="&b;"/></coverage>""",
        "line 1",
        DisplayName = "entities, which could be without end"
    )]
    [DataRow(
        """<!DOCTYPE coverage [<!ENTITY a SYSTEM "file:///etc/passwd">]><coverage>&a;</coverage>""",
        "line 1",
        DisplayName = "an entity that is another file"
    )]
    [DataRow("SF:a.go\nDA:1,1\n", "cut short", DisplayName = "LCOV that was cut short")]
    [DataRow("SF:a.go\nDA:1\nend_of_record\n", "line 2: ", DisplayName = "a line without hits")]
    [DataRow("DA:1,1\nend_of_record\n", "line 1: it stands before 'SF:'", DisplayName = "LCOV without a file")]
    [DataRow("SF:a\u001b[2J\nend_of_record\n", "control characters", DisplayName = "a path that steers a terminal")]
    [DataRow("mode: set\na.go:1.1,2.2 1 1\n", "neither LCOV nor Cobertura", DisplayName = "Go's own format")]
    [DataRow("\0\u0001\u0002", "neither LCOV nor Cobertura", DisplayName = "no text")]
    public void What_is_no_report_is_refused_with_its_place(string text, string why) =>
        StringAssert.Contains(Assert.ThrowsExactly<FormatException>(() => Read(text)).Message, why);

    [TestMethod]
    public void A_report_without_an_end_is_refused()
    {
        using (var file = File.Create(Report))
        {
            file.SetLength(1L << 32); // takes no room on the disk
        }
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => ReportFile.Read(Report)).Message, "larger than");
    }

    [TestMethod]
    public void Millions_of_nested_elements_are_read_without_a_stack()
    {
        var text = new StringBuilder("<coverage>").Insert("<coverage>".Length, "<a>", 1_000_000);
        Assert.ThrowsExactly<FormatException>(() => Read(text.ToString()));
    }

    private CoverageFigures Read(string text)
    {
        File.WriteAllText(Report, text);
        return ReportFile.Read(Report).Figures;
    }
}
