using Clients.Records;
using Performance.Stock;
using TestKit;
using TestKit.Latency;

namespace Performance;

/// <summary>The latencies that must hold (services.md), with 10,000 templates, cases and drafts stored and one client.</summary>
[TestClass]
public sealed class LatencyTests : ServiceTest
{
    private static readonly LatencyPlan Often = new(WarmUp: 50, Calls: 200);
    private static readonly LatencyPlan Seldom = new(WarmUp: 5, Calls: 40);

    private static readonly CalibrationServer Calibration = CalibrationServer.Start();

    // Bare clients: what the tests' usual ones check of every exchange would count as the service's time.
    private readonly HttpClient _records = new() { BaseAddress = Suite.Url("records") };
    private readonly HttpClient _export = new() { BaseAddress = Suite.Url("export") };

    private RecordsClient Records => new(_records, Cancel);

    [ClassInitialize]
    public static Task StoreAsync(TestContext context) => RecordsStock.StoreAsync(SampleDocument.Create().ToJsonString());

    [ClassCleanup]
    public static async Task RemoveAsync()
    {
        await Calibration.DisposeAsync();
        await RecordsStock.RemoveAsync();
    }

    [TestCleanup]
    public void CloseClients()
    {
        _records.Dispose();
        _export.Dispose();
    }

    [TestMethod]
    public Task Templates_are_listed_in_under_100_ms() =>
        AssertHoldsAsync(new("records", "GET /api/templates", 100), Often, () => _records.GetAsync("/api/templates", Cancel).ExpectAsync(200));

    [TestMethod]
    public Task A_template_is_created_in_under_100_ms()
    {
        var template = Template();
        return AssertHoldsAsync(new("records", "POST /api/templates", 100), Often, () => Records.CreateTemplateAsync(template));
    }

    [TestMethod]
    public async Task A_case_is_created_in_under_150_ms()
    {
        var template = await Records.CreateTemplateAsync(Template());
        var request = new NewCase { TemplateId = template.Id, VariableValues = new Dictionary<string, string> { ["plaintiff"] = "Ann" } };

        await AssertHoldsAsync(new("records", "POST /api/cases", 150), Often, () => Records.CreateCaseAsync(request));
    }

    [TestMethod]
    public async Task A_draft_is_saved_in_under_200_ms()
    {
        var draft = await CreateDraftAsync();
        await AssertHoldsAsync(
            new("records", "PUT /api/drafts/{id}", 200),
            Often,
            async () => draft = await Records.SaveDraftAsync(draft.Id, new DraftChange(draft.Version, draft.DocumentJson)));
    }

    [TestMethod]
    public async Task A_draft_is_exported_in_under_2000_ms()
    {
        var draft = await CreateDraftAsync();
        await AssertHoldsAsync(
            new("export", "POST /export", 2_000),
            Seldom,
            () => _export.PostJsonAsync("/export", new { draft_id = draft.Id }, Cancel).ExpectAsync(200));
    }

    private async Task AssertHoldsAsync(LatencyThreshold threshold, LatencyPlan plan, Func<Task> call)
    {
        var judgement = await LatencyJudgement.OfAsync(threshold, () => PairedLatency.MeasureAsync(call, Calibration.CallAsync, plan));
        TestContext.WriteLine(judgement.Message);
        switch (judgement.Verdict)
        {
            case LatencyVerdict.Breached:
                Assert.Fail(judgement.Message);
                break;
            case LatencyVerdict.MachineTooBusy:
                Assert.Inconclusive(judgement.Message);
                break;
        }
    }

    /// <summary>Everything that is created hangs on a template of the stock's category, and goes with it.</summary>
    private static NewTemplate Template() => new() { Category = RecordsStock.Category, DocumentJson = SampleDocument.Create(), Variables = [Variable.Needed("plaintiff")] };

    private async Task<Draft> CreateDraftAsync()
    {
        var template = await Records.CreateTemplateAsync(Template());
        var @case = await Records.CreateCaseAsync(new NewCase { TemplateId = template.Id, VariableValues = new Dictionary<string, string> { ["plaintiff"] = "Ann" } });
        return await Records.CreateDraftAsync(SampleDocument.Create(), @case.Id);
    }
}
