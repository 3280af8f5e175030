using System.Text.Json;
using Clients;
using Clients.Docx;
using Clients.Export;
using Clients.Ingestion;
using Clients.LegalDocuments;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

/// <summary>What Export and Ingestion refuse.</summary>
internal static class DocumentRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("export", "POST /export", 422, "a draft that is no document", ExportAsync),
        new("export", "POST /export", 404, "a draft that is not there", ExportNothingAsync),
        new("export", "POST /export/document", 422, "a document without text", ExportDocumentAsync),
        new("ingestion", "POST /ingest", 400, "a file that is no archive", s => IngestAsync(s, "text"u8.ToArray())),
        new("ingestion", "POST /ingest", 422, "a document without text", s => IngestAsync(s, new DocxBuilder().Text(" ").Build())),
    ];

    private static async Task<Refused> ExportAsync(Services services)
    {
        var wrong = (await services.Records.CreateDraftAsync()).Id;
        return await ExportAsync(services, wrong);
    }

    private static Task<Refused> ExportNothingAsync(Services services) => ExportAsync(services, Guid.CreateVersion7());

    private static async Task<Refused> ExportAsync(Services services, Guid wrong)
    {
        var document = JsonSerializer.SerializeToNode(Documents.Short(), Json.Strict)!.AsObject();
        var (right, http) = ((await services.Records.CreateDraftAsync(document)).Id, services.Http("export"));
        return new(
            () => http.PostJsonAsync("/export", new ExportRequest(wrong, IncludeExhibits: true, IncludeAuthorities: true)),
            () => http.PostJsonAsync("/export", new ExportRequest(right)),
            (http, $"/exports?draft_id={wrong}"),
            (http, $"/exports?draft_id={right}")
        );
    }

    private static Task<Refused> ExportDocumentAsync(Services services)
    {
        var http = services.Http("export");
        return Task.FromResult(
            new Refused(
                () => http.PostJsonAsync("/export/document", Documents.Of("Title", Documents.Section("", " "))),
                () => http.PostJsonAsync("/export/document", Documents.Short())
            )
        );
    }

    private static Task<Refused> IngestAsync(Services services, byte[] wrong) =>
        Task.FromResult(
            new Refused(
                () => services.Ingestion.SendAsync(new NewIngestion(wrong)),
                () => services.Ingestion.SendAsync(new NewIngestion(new DocxBuilder().Text("Text.").Build()))
            )
        );
}
