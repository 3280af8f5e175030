using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Records.Cases;
using ServiceDefaults.Http;

namespace Records.Evidence;

/// <summary>The operations of the evidence vault.</summary>
internal static class EvidenceEndpoints
{
    public static IEndpointRouteBuilder MapEvidence(this IEndpointRouteBuilder app)
    {
        var vault = app.MapGroup("/api").WithTags("Evidence");
        vault
            .MapPost("evidence", AddAsync)
            .WithName("AddEvidence")
            .TakesUpload(new UploadField("case_id", Format: "uuid"), new UploadField("title", MaxLength: NewEvidence.MaxTitleLength))
            .Problems(404);
        vault.MapGet("evidence/{id:guid}", GetAsync).WithName("GetEvidence").Problems(404);
        vault
            .MapGet("evidence/{id:guid}/content", GetContentAsync)
            .WithName("GetEvidenceContent")
            .Produces<Stream>(200, "application/octet-stream")
            .Produces(304)
            .Problems(404);
        vault.MapGet("cases/{id:guid}/evidence", ListAsync).WithName("ListEvidenceOfCase").Produces<List<EvidenceItem>>().Problems(404);
        vault.MapDelete("evidence/{id:guid}", DeleteAsync).WithName("DeleteEvidence").Problems(404);
        return app;
    }

    private static async Task<Created<EvidenceItem>> AddAsync(EvidenceStore store, HttpRequest request, CancellationToken cancel)
    {
        var item = await store.AddAsync(NewEvidence.From(await Upload.ReadAsync(request, cancel)), cancel);
        return TypedResults.Created($"/api/evidence/{item.Id}", item);
    }

    private static async Task<Ok<EvidenceItem>> GetAsync(EvidenceStore store, Guid id, CancellationToken cancel) =>
        TypedResults.Ok(await store.FindAsync(id, cancel));

    /// <summary>The bytes, always as a download of no type: what somebody uploaded must not run in the reader's browser.</summary>
    private static async Task<IResult> GetContentAsync(EvidenceStore store, HttpContext http, Guid id, CancellationToken cancel)
    {
        var item = await store.FindAsync(id, cancel);
        var tag = new EntityTagHeaderValue($"\"{item.Sha256}\"");
        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        if (
            http
                .Request.GetTypedHeaders()
                .IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false) || EntityTagHeaderValue.Any.Equals(known))
        )
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(item.FileName);
        headers.ContentDisposition = disposition;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(await store.ContentAsync(id, cancel), "application/octet-stream");
    }

    private static async Task<IResult> ListAsync(
        EvidenceStore store,
        CaseStore cases,
        HttpResponse response,
        Guid id,
        CancellationToken cancel
    )
    {
        await cases.FindAsync(id, cancel);
        return (await store.ListAsync(id, cancel)).ToResult(response);
    }

    private static async Task<NoContent> DeleteAsync(EvidenceStore store, Guid id, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return TypedResults.NoContent();
    }
}
