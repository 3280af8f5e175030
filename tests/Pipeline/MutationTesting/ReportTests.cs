using System.Text.Json;
using IntegrationSuite.MutationTesting.Judging;
using IntegrationSuite.MutationTesting.Mutants;
using IntegrationSuite.MutationTesting.Reports;
using IntegrationSuite.ServiceHost.Client;
using TestResult = IntegrationSuite.ServiceHost.Client.Results.TestResult;

namespace Pipeline.MutationTesting;

/// <summary>What mutation testing says in the end.</summary>
[TestClass]
public sealed class ReportTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("report-").FullName;

    [TestCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void What_services_noted_is_read_by_test_and_what_no_test_brought_apart()
    {
        File.WriteAllLines(Path.Combine(_folder, "My.Shop.12.abc.reach"), ["t1 1 2", "- 3"]);
        File.WriteAllLines(Path.Combine(_folder, "My.Shop.13.def.reach"), ["t1 4"]);
        File.WriteAllLines(Path.Combine(_folder, "Mail.14.ghi.reach"), ["t1 1", "t2 2"]);
        var reach = Reach.Read(_folder);
        CollectionAssert.AreEquivalent(new[] { "My.Shop:1", "My.Shop:2", "My.Shop:4", "Mail:1" }, reach.Tests["t1"].ToList());
        CollectionAssert.AreEquivalent(new[] { "Mail:2" }, reach.Tests["t2"].ToList());
        CollectionAssert.AreEquivalent(new[] { "My.Shop:3" }, reach.OfNoTest.ToList());
    }

    [TestMethod]
    public void One_test_of_each_class_is_tried_first_and_slow_ones_last()
    {
        (string Class, string Name, int Milliseconds)[] tests =
        [
            ("A", "slow", 9000),
            ("A", "quick", 10),
            ("B", "middle", 50),
            ("C", "elsewhere", 1),
        ];
        var results = tests.ToDictionary(
            test => test.Name,
            test => new TestResult(test.Name, "passed", null)
            {
                ClassName = test.Class,
                Duration = TimeSpan.FromMilliseconds(test.Milliseconds),
            }
        );
        var reach = tests.ToDictionary(
            test => test.Name,
            test => (IReadOnlySet<string>)new HashSet<string> { test.Class == "C" ? "Shop:2" : "Shop:1" }
        );
        var recording = new Recording(new Reach(reach, new HashSet<string>()), results, [], []);
        var first = recording.TestsFor("Shop:1");
        CollectionAssert.AreEquivalent(new[] { "quick", "middle" }, first.Take(2).ToList());
        Assert.AreEqual("slow", first[2]);
    }

    [TestMethod]
    public void Each_fate_has_its_status_in_strykers_report_and_its_place_in_the_table()
    {
        File.WriteAllText(Path.Combine(_folder, "Source.cs"), "var a = 1;\n");
        var judgement = new Judgement(
            [.. Enum.GetValues<Fate>().Select(Verdict)],
            new Dictionary<string, TestResult> { ["t1"] = new("A test", "passed", null) { ClassName = "N.C" } }
        );
        var file = Path.Combine(_folder, "mutation.json");
        StrykerReport.Write(file, judgement, _folder);
        var report = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Assert.AreEqual("2", report.GetProperty("schemaVersion").GetString());
        var source = report.GetProperty("files").GetProperty("Source.cs");
        Assert.AreEqual("var a = 1;\n", source.GetProperty("source").GetString());
        CollectionAssert.AreEqual(
            new[] { "Killed", "Survived", "NoCoverage", "Ignored", "Ignored", "Pending" },
            source.GetProperty("mutants").EnumerateArray().Select(mutant => mutant.GetProperty("status").GetString()).ToList()
        );
        Assert.AreEqual(50, ScoreTable.ScoreOf(judgement.Verdicts));
        StringAssert.Contains(ScoreTable.Lines(judgement).Last(), " 50.0%");
    }

    [TestMethod]
    public void A_survivor_is_shown_with_its_place_its_change_and_who_passed_over_it()
    {
        var judgement = new Judgement(
            [Verdict(Fate.Survived), Verdict(Fate.Killed)],
            new Dictionary<string, TestResult> { ["t1"] = new("A test", "passed", null) { ClassName = "N.C" } }
        );
        var file = Path.Combine(_folder, "survivors.txt");
        Survivors.Write(file, judgement);
        Assert.AreEqual(
            "Source.cs:1 constant id1\n- 1\n+ 2\n  passed over by 1: C.A test\n\n",
            File.ReadAllText(file).ReplaceLineEndings("\n")
        );
    }

    private static MutantVerdict Verdict(Fate fate) =>
        new(
            new Mutant(
                "Sample",
                (int)fate,
                $"id{(int)fate}",
                "Source.cs",
                new Place(1, 9),
                new Place(1, 10),
                "constant",
                "1",
                "2",
                false,
                null
            ),
            fate,
            fate == Fate.Killed ? "t1" : null,
            fate == Fate.Killed ? "Expected 1." : null,
            ["t1"],
            fate == Fate.Survived ? new HashSet<string> { "t1" } : []
        );
}
