using Clients.Docx;
using Clients.Exhibits;
using Clients.Export;
using Clients.Facts;
using Clients.Ingestion;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Instances;

namespace Contracts.Neighbours;

/// <summary>What an operation answers when the service that it needs fails. What is left behind, and every way to fail, is seen in tests/Workflows/ServiceAway.</summary>
[TestClass]
public sealed class FailingNeighbourTests : ServiceTest
{
    private readonly FaultyNeighbour _neighbour = FaultyNeighbour.Start();

    private RecordsClient Records => new(Client("records"), Cancel);

    [TestCleanup]
    public ValueTask StopNeighbourAsync() => _neighbour.DisposeAsync();

    [TestMethod]
    [DataRow("facts")]
    [DataRow("caseblock")]
    [DataRow("signature")]
    [DataRow("caselaw")]
    public async Task A_file_is_not_ingested(string callee)
    {
        var file = new NewIngestion(new DocxBuilder().Text("The tenant paid.").Build());
        var ingestion = new IngestionClient(await CallerAsync("ingestion", callee), Cancel);

        await ExpectUnavailableAsync(ingestion.SendAsync(file), callee);
    }

    [TestMethod]
    public async Task A_draft_is_not_exported()
    {
        var draft = await Records.CreateDraftAsync();
        var export = await CallerAsync("export", "records");

        await ExpectUnavailableAsync(export.PostJsonAsync("/export", new ExportRequest(draft.Id), Cancel), "records");
    }

    [TestMethod]
    public async Task A_table_of_authorities_is_not_made()
    {
        var draft = await Records.CreateDraftAsync();
        var caselaw = await CallerAsync("caselaw", "records");

        await ExpectUnavailableAsync(caselaw.PostJsonAsync("/toa/generate", new { DraftId = draft.Id }, Cancel), "records");
    }

    [TestMethod]
    public async Task An_exhibit_takes_no_document()
    {
        var document = (await Records.AddEvidenceAsync()).Id;
        var exhibits = await CallerAsync("exhibits", "records");
        var exhibit = await new ExhibitsClient(exhibits, Cancel).CreateAsync();

        await ExpectUnavailableAsync(exhibits.PostJsonAsync("/exhibits", new NewExhibit { DocumentIds = [document] }, Cancel), "records");
        await ExpectUnavailableAsync(
            exhibits.PostJsonAsync($"/exhibits/{exhibit.Id}/documents", new { DocumentId = document }, Cancel),
            "records"
        );
    }

    [TestMethod]
    public async Task A_claim_takes_no_exhibit_and_does_not_tell_its_support()
    {
        var claim = await new FactsClient(Client("facts"), Cancel).CreateClaimAsync();
        var exhibit = await new ExhibitsClient(Client("exhibits"), Cancel).CreateAsync();
        await new FactsClient(Client("facts"), Cancel).LinkExhibitAsync(claim.Id, exhibit.Id);
        var facts = await CallerAsync("facts", "exhibits");

        await ExpectUnavailableAsync(
            facts.PostJsonAsync($"/facts/claims/{claim.Id}/exhibits", new { ExhibitId = exhibit.Id }, Cancel),
            "exhibits"
        );
        await ExpectUnavailableAsync(facts.GetAsync($"/facts/claims/{claim.Id}/support", Cancel), "exhibits");
    }

    /// <summary>An instance of a service, whose one neighbour fails.</summary>
    private async Task<HttpClient> CallerAsync(string caller, string callee) =>
        Client(await StartInstanceAsync(caller, (callee, _neighbour.Url)));

    private static async Task ExpectUnavailableAsync(Task<HttpResponseMessage> sent, string callee) =>
        Assert.AreEqual(callee, (await sent.ExpectProblemAsync(503)).Dependency);
}
