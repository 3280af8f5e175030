using LegalDocuments;
using LegalDocuments.Docx;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Export.Exports;

/// <summary>The operations of Export.</summary>
internal static class ExportEndpoints
{
    public static IEndpointRouteBuilder MapExports(this IEndpointRouteBuilder app)
    {
        app.MapPost(
                "/export",
                (Exporter exporter, ExportRequest request, CancellationToken cancel) => exporter.ExportDraftAsync(request, cancel)
            )
            .WithName("ExportDraft")
            .AnswersWithin(2_000)
            .Produces<byte[]>(200, DocxFormat.MediaType)
            .Problems(400, 404, 422, 503);
        app.MapPost(
                "/export/document",
                (Exporter exporter, LegalDocument document, CancellationToken cancel) => exporter.ExportDocumentAsync(document, cancel)
            )
            .WithName("ExportDocument")
            .AnswersWithin(1_000)
            .Produces<byte[]>(200, DocxFormat.MediaType)
            .Problems(400, 422)
            .Example(DocumentExample.Body)
            .LeadsTo("ListExports");
        app.MapGet("/exports", ListAsync)
            .WithName("ListExports")
            .Produces<List<ExportRecord>>()
            .Problems(400)
            .LeadsTo("GetExport", [("id", "$response.body#/0/id")]);
        app.MapGet("/exports/{id:guid}", GetAsync).WithName("GetExport").Problems(404);
        return app;
    }

    private static async Task<IResult> ListAsync(
        ExportStore store,
        HttpResponse response,
        [FromQuery(Name = "draft_id")] Guid? draftId,
        [AsParameters] Paging paging,
        CancellationToken cancel
    ) => (await store.ListAsync(draftId, paging, cancel)).ToResult(response);

    private static async Task<Ok<ExportRecord>> GetAsync(ExportStore store, Guid id, CancellationToken cancel) =>
        TypedResults.Ok(await store.FindAsync(id, cancel));
}
