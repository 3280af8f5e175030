using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Selection;

namespace Pipeline.Selection;

/// <summary>What runs, and what stands, by what has changed.</summary>
[TestClass]
public sealed class SelectionPlanTests
{
    private static readonly ServiceEntry[] s_services = [Entry("orders"), Entry("mail"), Entry("stock")];

    [TestMethod]
    public void Nothing_runs_when_nothing_has_changed() => AssertRun([], [Test("a", "orders"), Unknown("u")]);

    [TestMethod]
    public void What_reaches_a_changed_service_runs_and_what_may_reach_it() =>
        AssertRun(["a", "b", "u"], [Test("a", "orders"), Test("b", "mail", "orders"), Test("c", "mail"), Unknown("u")], "orders");

    [TestMethod]
    public void A_test_that_failed_runs_again_and_all_that_rests_on_what_it_reached() =>
        AssertRun(["a", "b"], [Test("a", "orders") with { Outcome = "failed" }, Test("b", "orders"), Test("c", "mail")]);

    [TestMethod]
    public void A_latency_that_a_busy_machine_left_open_is_measured_again() =>
        AssertRun(["a"], [Test("a", "orders") with { Outcome = "undecided" }, Test("c", "mail")]);

    [TestMethod]
    public void A_test_that_was_skipped_stands() => AssertRun([], [Test("a", "orders") with { Outcome = "skipped" }]);

    [TestMethod]
    public void What_reaches_a_service_that_depends_on_a_changed_one_runs() =>
        AssertRun(
            ["a"],
            [Test("a", "orders"), Test("c", "stock")],
            [Entry("orders") with { DependsOn = ["mail"] }, Entry("mail"), Entry("stock")],
            "mail"
        );

    [TestMethod]
    public void Everything_rests_on_a_job_and_on_a_container() =>
        AssertRun(["a"], [Test("a", "orders")], [Entry("orders"), Entry("seed") with { Kind = ServiceKind.Job }], "seed");

    [TestMethod]
    public void A_service_of_which_nobody_can_say_what_it_runs_is_always_tested()
    {
        var baseline = BaselineOf([Test("a", "orders"), Test("c", "mail")], s_services) with
        {
            Services = Fingerprints(s_services, "", null),
        };
        var plan = SelectionPlan.Of(baseline, Fingerprints(s_services, "orders", null), s_services, isGated: false);
        CollectionAssert.AreEqual(new[] { "a" }, plan.Run.Select(test => test.Key).ToArray());
    }

    /// <summary>Else the figures of mail would be of some of its tests alone.</summary>
    [TestMethod]
    public void Where_figures_are_judged_no_service_is_reached_by_some_of_its_tests_alone()
    {
        TestRecord[] tests = [Test("a", "orders"), Test("b", "orders", "mail"), Test("c", "mail"), Test("d", "stock")];
        var plan = SelectionPlan.Of(BaselineOf(tests, s_services), Fingerprints(s_services, "orders"), s_services, isGated: true);
        CollectionAssert.AreEqual(new[] { "a", "b", "c" }, plan.Run.Select(test => test.Key).ToArray());
        CollectionAssert.AreEquivalent(new[] { "orders", "mail" }, plan.Fresh.ToArray());
    }

    internal static TestRecord Test(string key, params string[] services) =>
        new()
        {
            Key = key,
            Project = "Contracts",
            Concern = "Contracts",
            Name = key,
            Outcome = "passed",
            Services = services,
        };

    internal static Baseline BaselineOf(IReadOnlyList<TestRecord> tests, IReadOnlyList<ServiceEntry> services) =>
        new()
        {
            Frame = new Dictionary<string, string> { ["the suite"] = "1", ["the tests of Contracts"] = "1" },
            Services = Fingerprints(services),
            At = DateTimeOffset.UtcNow,
            WholeAt = DateTimeOffset.UtcNow,
            Name = "5477145",
            Tests = tests,
        };

    internal static ServiceEntry Entry(string name) => new() { Name = name, Title = name };

    private static TestRecord Unknown(string key) => Test(key) with { Unknown = "it used Suite.Url" };

    private static Dictionary<string, string?> Fingerprints(IEnumerable<ServiceEntry> services, string changed = "", string? to = "2") =>
        services.ToDictionary(service => service.Name, service => service.Name == changed ? to : "1");

    private static void AssertRun(string[] expected, TestRecord[] tests, string changed = "") =>
        AssertRun(expected, tests, s_services, changed);

    private static void AssertRun(string[] expected, TestRecord[] tests, ServiceEntry[] services, string changed)
    {
        var plan = SelectionPlan.Of(BaselineOf(tests, services), Fingerprints(services, changed), services, isGated: false);
        CollectionAssert.AreEqual(expected, plan.Run.Select(test => test.Key).ToArray());
        Assert.HasCount(tests.Length - expected.Length, plan.LeftOut);
    }
}
