using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.Tasks.Coverage;
using IntegrationSuite.Tasks.Coverage.Figures;
using IntegrationSuite.Tasks.Coverage.Reports;
using Pipeline.Systems;

namespace Pipeline.Coverage;

/// <summary>What counts of a service that is no .NET project and writes a report of its own, or none.</summary>
[TestClass]
public sealed class CommandCoverageTests
{
    private static readonly DateTimeOffset s_runBegan = DateTimeOffset.UtcNow.AddMinutes(-1);

    private readonly string _folder = Directory.CreateTempSubdirectory("command-coverage-").FullName;

    private string Report => Path.Combine(_folder, "lcov.info");

    [TestInitialize]
    public void WriteReport() => File.WriteAllText(Report, "SF:a.go\nDA:1,1\nDA:2,0\nend_of_record\n");

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow(0)]
    [DataRow(143)]
    public void The_report_of_this_run_counts(int exitCode)
    {
        var coverage = Collect(Service(Report), exitCode);
        Assert.AreEqual((null, null, null), (coverage.Incomplete, coverage.NotMeasured, coverage.Fault));
        Assert.AreEqual(new Share(1, 2), coverage.Figures.Lines);
        Assert.IsTrue(File.Exists(Path.Combine(_folder, "coverage", "shop", ReportFile.LcovName)), "the pages need it");
    }

    [TestMethod]
    public void The_report_of_an_earlier_run_does_not_count_and_stays_where_it_is()
    {
        File.SetLastWriteTimeUtc(Report, s_runBegan.UtcDateTime.AddSeconds(-1));
        StringAssert.Contains(Incomplete(Service(Report)), "is of an earlier run");
        Assert.IsTrue(File.Exists(Report));
    }

    [TestMethod]
    public void A_link_to_the_report_of_an_earlier_run_does_not_count_either()
    {
        File.SetLastWriteTimeUtc(Report, s_runBegan.UtcDateTime.AddSeconds(-1));
        var link = File.CreateSymbolicLink(Path.Combine(_folder, "link"), Report).FullName;
        StringAssert.Contains(Incomplete(Service(link)), "is of an earlier run");
    }

    [TestMethod]
    public void A_report_that_was_not_written_is_incomplete_coverage() =>
        StringAssert.Contains(Incomplete(Service(Report + ".none")), "has not written its report");

    [TestMethod]
    public void The_report_of_a_service_that_was_killed_is_incomplete() =>
        StringAssert.Contains(Incomplete(Service(Report), new ExitState(137, Forced: true, Unasked: false)), "killed by force");

    [TestMethod]
    public void The_report_of_a_service_that_crashed_is_incomplete() =>
        StringAssert.Contains(Incomplete(Service(Report), new ExitState(1, Forced: false, Unasked: false)), "exit code 1");

    [TestMethod]
    [DataRow("branch", "no branches")]
    [DataRow("method", "no methods")]
    public void A_report_that_does_not_count_what_is_judged_says_nothing(string type, string why) =>
        StringAssert.Contains(Collect(Service(Report), 0, type).Incomplete, why);

    [TestMethod]
    public void A_broken_report_is_one_error_that_names_the_service_and_the_file()
    {
        File.WriteAllText(Report, "<coverage><");
        var error = new CoverageGate(80, ["line"]).Check(Collect(Service(Report))).Single();
        Assert.AreEqual((ErrorCodes.CoverageUnreadable, "shop"), (error.Code, error.Service));
        StringAssert.StartsWith(error.Message, $"The coverage of Shop can't be read from '{Report}': line 1: ");
    }

    [TestMethod]
    [Timeout(60_000, CooperativeCancellation = false)]
    public void A_pipe_in_place_of_a_report_keeps_nobody_waiting()
    {
        File.Delete(Report);
        Programs.Run("mkfifo", Report);
        Assert.AreEqual(ErrorCodes.CoverageUnreadable, Collect(Service(Report)).Fault?.Code);
    }

    [TestMethod]
    public void A_service_that_leaves_no_coverage_is_named_and_passes_the_gate()
    {
        var (gate, silent) = (new CoverageGate(80, ["line"]), Collect(Service(report: null)));
        Assert.IsEmpty(gate.Check(silent));
        Assert.AreEqual(
            "– Shop                   not measured: it is not Node, and its \"coverage\" names no \"report\"",
            gate.Table([silent])[1]
        );
    }

    [TestMethod]
    public void A_service_that_leaves_no_coverage_though_the_manifest_demands_it_does_not_pass()
    {
        var demanded = Service(report: null) with
        {
            Coverage = new CoverageRule { IsMeasured = true, IsDemanded = true },
        };
        Assert.AreEqual(ErrorCodes.CoverageIncomplete, new CoverageGate(0, ["line"]).Check(Collect(demanded)).Single().Code);
    }

    [TestMethod]
    public void A_container_and_a_service_that_is_not_to_be_measured_are_named_too()
    {
        var container = Service(report: null) with { Image = "redis:7", Command = null };
        Assert.AreEqual("it runs in a container", Collect(container).NotMeasured);
        Assert.AreEqual("its \"coverage\" is false", Collect(Service(report: null) with { Coverage = new() }).NotMeasured);
    }

    private string Incomplete(ServiceEntry service, ExitState? exit = null)
    {
        var coverage = Collect(service, exit ?? new ExitState(0, Forced: false, Unasked: false), "line");
        Assert.AreEqual(ErrorCodes.CoverageIncomplete, new CoverageGate(0, ["line"]).Check(coverage).Single().Code);
        return coverage.Incomplete!;
    }

    private ServiceCoverage Collect(ServiceEntry service, int exitCode = 0, string type = "line") =>
        Collect(service, new ExitState(exitCode, Forced: false, Unasked: false), type);

    private ServiceCoverage Collect(ServiceEntry service, ExitState exit, string type)
    {
        var ends = new ServiceEnds(EndedRun.Of(service, exit, s_runBegan));
        return new CommandCoverage(Path.Combine(_folder, "services.json"), Path.Combine(_folder, "coverage"), [type], ends).Collect(
            service
        );
    }

    private static ServiceEntry Service(string? report) =>
        new()
        {
            Name = "shop",
            Title = "Shop",
            Command = ["shop"],
            Coverage = new CoverageRule
            {
                IsMeasured = true,
                IsDemanded = report is not null,
                Report = report,
            },
        };
}
