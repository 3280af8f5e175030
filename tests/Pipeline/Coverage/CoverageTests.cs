using IntegrationSuite.Tasks.Coverage;
using IntegrationSuite.Tasks.Coverage.Figures;

namespace Pipeline.Coverage;

[TestClass]
public sealed class CoverageTests
{
    // As coverlet writes it: module → file → class → method.
    private const string Report = """
        {"Greeter.dll": {
          "/src/Program.cs": {"Program": {
            "Main()": {"Lines": {"1": 1, "2": 3, "3": 0}, "Branches": [{"Hits": 1}, {"Hits": 0}]},
            "Never()": {"Lines": {"7": 0}, "Branches": []}}},
          "/src/Bare.cs": {"Bare": {"M()": {"Lines": {"1": 0, "2": 0}, "Branches": []}}},
          "/src/Whole.cs": {"Whole": {"M()": {"Lines": {"1": 5}, "Branches": []}}}},
         "Other.dll": {"/src/Other.cs": {"Other": {"M()": {"Lines": {"1": 0}, "Branches": []}}}}}
        """;

    private readonly CoverageFigures _figures = Read("Greeter.dll").Figures;

    [TestMethod]
    public void Lines_branches_and_methods_of_one_assembly_are_counted()
    {
        Assert.AreEqual(new Share(3, 7), _figures.Lines);
        Assert.AreEqual(new Share(1, 2), _figures.Branches);
        Assert.AreEqual(new Share(2, 4), _figures.Methods);
        CollectionAssert.AreEqual(
            new[] { "/src/Bare.cs", "/src/Program.cs", "/src/Whole.cs" },
            _figures.Files.Select(file => file.File).ToList()
        );
    }

    [TestMethod]
    [DataRow("Other")]
    [DataRow("O*")]
    public void A_shared_assembly_counts_where_the_manifest_includes_it(string name)
    {
        var report = Read("Greeter.dll", name);
        Assert.AreEqual(new Share(3, 8), report.Figures.Lines);
        CollectionAssert.AreEqual(new[] { "Other" }, report.Counted.ToList());
        Assert.IsEmpty(report.NotCounted);
    }

    [TestMethod]
    public void A_shared_assembly_that_does_not_count_is_named_and_so_is_one_that_is_not_there()
    {
        var report = Read("Greeter.dll", "Others");
        Assert.AreEqual(new Share(3, 7), report.Figures.Lines);
        CollectionAssert.AreEqual(new[] { "Other" }, report.NotCounted.ToList());
        CollectionAssert.AreEqual(new[] { "Others" }, report.Missing.ToList());
    }

    [TestMethod]
    public void The_table_tells_which_shared_assemblies_count_and_which_count_nowhere()
    {
        var table = new CoverageGate(0, ["line"]).Table([
            Greeter() with
            {
                Counted = ["Acme.Orders"],
                NotCounted = ["Acme.Common", "Acme.Web"],
            },
            Greeter() with
            {
                Counted = ["Acme.Web"],
                NotCounted = ["Acme.Common"],
            },
        ]);
        StringAssert.EndsWith(table[1], "  with Acme.Orders");
        StringAssert.EndsWith(table[^1], ": Acme.Common");
    }

    [TestMethod]
    [DataRow(79999, 100000, 79.99)]
    [DataRow(1, 3, 33.33)]
    [DataRow(2, 3, 66.66)]
    [DataRow(0, 0, 100)]
    public void A_share_is_never_rounded_up(int covered, int total, double percent) =>
        Assert.AreEqual(percent, new Share(covered, total).Percent);

    [TestMethod]
    public void A_service_below_the_threshold_is_named_with_its_figure_and_its_least_covered_files()
    {
        var error = new CoverageGate(80, ["line"]).Check(Greeter()).Single();
        Assert.AreEqual(("SUITE501", "greeter"), (error.Code, error.Service));
        Assert.AreEqual(
            "Coverage of Greeter Service is 42.85 % of lines (3 of 7), below 80 %. Least covered: Bare.cs 0 %, Program.cs 50 %, Whole.cs 100 %.",
            error.Message
        );
    }

    [TestMethod]
    public void Each_kind_below_the_threshold_is_an_error_of_its_own() =>
        Assert.HasCount(3, new CoverageGate(80, ["line", "branch", "method"]).Check(Greeter()));

    [TestMethod]
    public void What_reaches_the_threshold_exactly_passes() => Assert.IsEmpty(new CoverageGate(50, ["branch", "method"]).Check(Greeter()));

    [TestMethod]
    public void Incomplete_figures_are_that_and_not_low()
    {
        var error = new CoverageGate(80, ["line"]).Check(Greeter(incomplete: "it was killed by force")).Single();
        Assert.AreEqual("SUITE502", error.Code);
        StringAssert.StartsWith(error.Message, "Coverage of Greeter Service is incomplete: it was killed by force.");
    }

    [TestMethod]
    public void Incomplete_figures_fail_also_when_they_are_high_enough() =>
        Assert.AreEqual("SUITE502", new CoverageGate(0, ["line"]).Check(Greeter(incomplete: "it was killed by force")).Single().Code);

    [TestMethod]
    public void An_assembly_that_the_report_does_not_know_does_not_pass_the_gate() =>
        Assert.IsNotEmpty(new CoverageGate(80, ["line"]).Check(Greeter() with { Figures = Read("Missing.dll").Figures }));

    private ServiceCoverage Greeter(string? incomplete = null) => new("greeter", "Greeter Service", _figures, incomplete);

    private static CoverletReport Read(string assembly, params string[] include)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, Report);
            return CoverletReport.Read(file, assembly, include);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
