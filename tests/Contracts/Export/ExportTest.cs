using System.Text.Json;
using System.Text.Json.Nodes;
using Clients.Docx;
using Clients.Export;
using Clients.LegalDocuments;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Export;

/// <summary>A test of Export's contract.</summary>
public abstract class ExportTest : ServiceTest
{
    /// <summary>Export as it answers, for what must be refused.</summary>
    protected HttpClient Http => Client("export");

    /// <summary>Export on the good path.</summary>
    protected ExportClient Export => new(Http, Cancel);

    /// <summary>Records on the good path.</summary>
    protected RecordsClient Records => new(Client("records"), Cancel);

    /// <summary>A document as JSON, to be changed into something that is none.</summary>
    protected static JsonObject ToJson(LegalDocument document) => JsonSerializer.SerializeToNode(document, Json.Strict)!.AsObject();

    /// <summary>Stores a draft of a document.</summary>
    protected Task<Draft> CreateDraftAsync(LegalDocument? document = null) =>
        Records.CreateDraftAsync(ToJson(document ?? Documents.Short()));

    /// <summary>A document as the file that Export makes of it, opened again.</summary>
    protected async Task<OpenedDocx> OpenAsync(LegalDocument document) => new((await Export.ExportAsync(document)).Bytes);
}
