using LegalDocuments;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Ingestion.Ingestions;

/// <summary>The operations of Ingestion.</summary>
internal static class IngestionEndpoints
{
    public static IEndpointRouteBuilder MapIngestions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/ingest", IngestAsync)
            .WithName("Ingest")
            .AnswersWithin(1_000)
            .TakesUpload(IngestionExample.Docx, new UploadField("case_id", Required: false, Format: "uuid"))
            .Produces<LegalDocument>()
            .Problems(422, 503)
            .LeadsTo("GetIngestion", [("id", "$response.body#/meta/id")]);
        app.MapGet("/ingestions", ListAsync).WithName("ListIngestions").Produces<List<IngestionRecord>>().Problems(400);
        app.MapGet("/ingestions/{id:guid}", GetAsync).WithName("GetIngestion").Problems(404);
        return app;
    }

    private static async Task<Ok<LegalDocument>> IngestAsync(
        Ingester ingester,
        HttpRequest request,
        HttpResponse response,
        CancellationToken cancel
    )
    {
        var document = await ingester.IngestAsync(await UploadedFile.ReadAsync(request, cancel), cancel);
        // RFC 8288: where to read how it went.
        response.Headers.Link = $"</ingestions/{document.Meta.Id}>; rel=\"describedby\"";
        return TypedResults.Ok(document);
    }

    private static async Task<IResult> ListAsync(
        IngestionStore store,
        HttpResponse response,
        [AsParameters] Paging paging,
        CancellationToken cancel
    ) => (await store.ListAsync(paging, cancel)).ToResult(response);

    private static async Task<Ok<IngestionRecord>> GetAsync(IngestionStore store, Guid id, CancellationToken cancel) =>
        TypedResults.Ok(await store.FindAsync(id, cancel));
}
