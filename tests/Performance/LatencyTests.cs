using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Latency.Bench;
using Performance.Operations;

namespace Performance;

/// <summary>The latencies that must hold (each contract's <c>x-threshold-ms</c>) and must not grow (<c>baselines.json</c>), with 10,000 templates, cases and drafts stored.</summary>
[TestClass]
public sealed class LatencyTests : ServiceTest
{
    /// <summary>Those that have a test of their own.</summary>
    private static readonly (string, string)[] s_named =
    [
        ("records", "GET /api/templates"),
        ("records", "POST /api/templates"),
        ("records", "POST /api/cases"),
        ("records", "PUT /api/drafts/{id}"),
        ("export", "POST /export"),
    ];

    public static IEnumerable<string> Services => Suite.Services;

    public static IEnumerable<(string Service, string Name)> Others =>
        Catalogue.Probes.Select(probe => (probe.Service, probe.Name)).Except(s_named);

    [TestMethod]
    [TestCategory(LatencyBench.Category)]
    public Task Templates_are_listed_in_under_100_ms() => AssertHoldsAsync("records", "GET /api/templates", 100);

    [TestMethod]
    [TestCategory(LatencyBench.Category)]
    public Task A_template_is_created_in_under_100_ms() => AssertHoldsAsync("records", "POST /api/templates", 100);

    [TestMethod]
    [TestCategory(LatencyBench.Category)]
    public Task A_case_is_created_in_under_150_ms() => AssertHoldsAsync("records", "POST /api/cases", 150);

    [TestMethod]
    [TestCategory(LatencyBench.Category)]
    public Task A_draft_is_saved_in_under_200_ms() => AssertHoldsAsync("records", "PUT /api/drafts/{id}", 200);

    [TestMethod]
    [TestCategory(LatencyBench.Category)]
    public Task A_draft_is_exported_in_under_2000_ms() => AssertHoldsAsync("export", "POST /export", 2_000);

    [TestMethod]
    [TestCategory(LatencyBench.Category)]
    [DynamicData(nameof(Others))]
    public Task An_operation_stays_under_its_threshold_and_near_its_baseline(string service, string name) =>
        AssertHoldsAsync(service, name);

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task Every_operation_of_a_service_promises_a_latency_and_is_measured(string service)
    {
        var promised = await Thresholds.OfAsync(service);
        var measured = Catalogue.Probes.Where(probe => probe.Service == service).Select(probe => probe.Operation).Distinct();

        CollectionAssert.AreEquivalent(await Thresholds.OperationsAsync(service), promised.Keys.ToList());
        CollectionAssert.AreEquivalent(promised.Keys.ToList(), measured.ToList());
    }

    private async Task AssertHoldsAsync(string service, string name, double milliseconds)
    {
        Assert.AreEqual(milliseconds, (await Thresholds.OfAsync(service))[name].Milliseconds, "The contract promises another latency.");
        await AssertHoldsAsync(service, name);
    }

    private async Task AssertHoldsAsync(string service, string name)
    {
        var probe = Catalogue.Find(service, name);
        var threshold = (await Thresholds.OfAsync(service))[probe.Operation];
        TestContext.WriteLine((await Measuring.Bench.AssertHoldsAsync(probe, threshold, Cancel)).Message);
    }
}
