using System.Text.Json;
using Clients.Caselaw;
using Clients.Exhibits;
using Clients.Export;
using Clients.Facts;
using Clients.Ingestion;
using Clients.LegalDocuments;
using Clients.Records;
using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Contracts.Between;

namespace Contracts.Neighbours;

/// <summary>What services send each other, and what they get, is what the callee's contract says.</summary>
[TestClass]
public sealed class ServiceCallTests : ServiceTest
{
    private readonly RecordedCalls _calls = RecordedCalls.Start();

    private RecordsClient Records => new(Client("records"), Cancel);

    [TestCleanup]
    public ValueTask EndRecordingAsync()
    {
        _calls.Breaches.ToList().ForEach(call => TestContext.WriteLine($"A call between services broke the callee's contract: {call}"));
        return _calls.DisposeAsync();
    }

    [TestMethod]
    public async Task Ingestion_keeps_the_contracts_of_those_that_read_a_file_for_it()
    {
        var file = await new ExportClient(Client("export"), Cancel).ExportAsync(Documents.Petition());
        await new IngestionClient(await RecordedAsync("ingestion"), Cancel).IngestAsync(file.Bytes);

        _calls.AssertKeptWith("facts", "caseblock", "signature", "caselaw");
    }

    [TestMethod]
    public async Task Export_keeps_the_contracts_of_those_that_give_it_a_draft_and_what_goes_with_it()
    {
        var draft = await CreateDraftAsync();
        await new ExhibitsClient(Client("exhibits"), Cancel).CreateAsync(
            new NewExhibit { DraftId = draft.Id, DocumentIds = [(await Records.AddEvidenceAsync()).Id] }
        );
        await new ExportClient(await RecordedAsync("export"), Cancel).ExportAsync(
            new ExportRequest(draft.Id, IncludeExhibits: true, IncludeAuthorities: true)
        );

        _calls.AssertKeptWith("records", "exhibits", "caselaw");
    }

    [TestMethod]
    public async Task Facts_keeps_the_contract_of_exhibits()
    {
        var exhibit = await new ExhibitsClient(Client("exhibits"), Cancel).CreateAsync();
        var facts = new FactsClient(await RecordedAsync("facts"), Cancel);
        var claim = await facts.LinkExhibitAsync((await facts.CreateClaimAsync()).Id, exhibit.Id);
        await facts.GetSupportAsync(claim.Id);

        _calls.AssertKeptWith("exhibits");
    }

    [TestMethod]
    public async Task Exhibits_keeps_the_contract_of_the_evidence_vault()
    {
        var exhibits = new ExhibitsClient(await RecordedAsync("exhibits"), Cancel);
        var exhibit = await exhibits.CreateAsync(new NewExhibit { DocumentIds = [(await Records.AddEvidenceAsync()).Id] });
        await exhibits.AddDocumentAsync(exhibit.Id, (await Records.AddEvidenceAsync()).Id);

        _calls.AssertKeptWith("records");
    }

    [TestMethod]
    public async Task Caselaw_keeps_the_contract_of_the_drafts()
    {
        var draft = await CreateDraftAsync();
        await new CaselawClient(await RecordedAsync("caselaw"), Cancel).GenerateTableAsync(draft.Id);

        _calls.AssertKeptWith("records");
    }

    private Task<Draft> CreateDraftAsync() =>
        Records.CreateDraftAsync(JsonSerializer.SerializeToNode(Documents.Petition(), Json.Strict)!.AsObject());

    /// <summary>An instance of a service, whose calls are recorded.</summary>
    private async Task<HttpClient> RecordedAsync(string service) => Client(await StartInstanceAsync(service, _calls.Neighbours));
}
