using System.Text.Json;
using Clients.Export;
using Clients.LegalDocuments;
using Clients.Records;
using Contracts.Lists;
using IntegrationSuite.TestKit;

namespace Contracts.Export;

/// <summary>The exports of a draft.</summary>
[TestClass]
public sealed class ExportListTests() : ListContract("export")
{
    private Guid _draft;

    protected override string List => $"/exports?draft_id={_draft}";

    protected override int Count => 51;

    protected override async Task PrepareAsync(HttpClient http)
    {
        var document = JsonSerializer.SerializeToNode(Documents.Short(), Json.Strict)!.AsObject();
        _draft = (await new RecordsClient(Client("records"), Cancel).CreateDraftAsync(document)).Id;
    }

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        Guid.Parse((await new ExportClient(http, Cancel).ExportAsync(new ExportRequest(_draft))).RecordPath.Split('/')[^1]);

    protected override Task StoreOtherAsync(HttpClient http) => new ExportClient(http, Cancel).ExportAsync(Documents.Short());
}
