using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Records.Cases;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Records.Drafts;

/// <summary>The operations under <c>/api/drafts</c>.</summary>
internal static class DraftEndpoints
{
    public static IEndpointRouteBuilder MapDrafts(this IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/api/drafts").WithTags("Drafts");
        drafts.MapGet("", ListAsync).WithName("ListDrafts").Produces<List<DraftSummary>>().Problems(400);
        drafts.MapGet("case/{case_id:guid}", ListOfCaseAsync).WithName("ListDraftsOfCase").Produces<List<DraftSummary>>().Problems(404);
        drafts
            .MapPost("", CreateAsync)
            .WithName("CreateDraft")
            .Problems(400, 404)
            .Example(DraftExample.Body)
            .LeadsTo("SaveDraft", [("id", "$response.body#/id")], [("version", "$response.body#/version")]);
        drafts.MapGet("{id:guid}", GetAsync).WithName("GetDraft").Problems(404);
        drafts.MapPut("{id:guid}", SaveAsync).WithName("SaveDraft").AnswersWithin(200).Problems(400, 404, 409);
        drafts.MapDelete("{id:guid}", DeleteAsync).WithName("DeleteDraft").Problems(404);
        drafts.MapGet("{id:guid}/versions", VersionsAsync).WithName("ListDraftVersions").Produces<List<DraftVersion>>().Problems(404);
        drafts.MapPost("{id:guid}/restore/{version}", RestoreAsync).WithName("RestoreDraft").Problems(400, 404).Example("version", 1);
        return app;
    }

    private static async Task<IResult> ListAsync(
        DraftStore store,
        HttpResponse response,
        [FromQuery(Name = "case_id")] Guid? caseId,
        [AsParameters] Paging paging,
        CancellationToken cancel
    ) => (await store.ListAsync(caseId, paging.Take, paging.Skip, cancel)).ToResult(response);

    private static async Task<IResult> ListOfCaseAsync(
        DraftStore store,
        CaseStore cases,
        HttpResponse response,
        [FromRoute(Name = "case_id")] Guid caseId,
        CancellationToken cancel
    )
    {
        await cases.FindAsync(caseId, cancel);
        return (await store.ListAsync(caseId, limit: null, offset: 0, cancel)).ToResult(response);
    }

    private static async Task<Created<Draft>> CreateAsync(DraftStore store, NewDraft draft, CancellationToken cancel)
    {
        var created = await store.CreateAsync(draft, cancel);
        return TypedResults.Created($"/api/drafts/{created.Id}", created);
    }

    private static async Task<Ok<Draft>> GetAsync(DraftStore store, Guid id, CancellationToken cancel) =>
        TypedResults.Ok(await store.FindAsync(id, cancel));

    private static async Task<Ok<Draft>> SaveAsync(DraftStore store, Guid id, DraftChange change, CancellationToken cancel) =>
        TypedResults.Ok(await store.SaveAsync(id, change, cancel));

    private static async Task<NoContent> DeleteAsync(DraftStore store, Guid id, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> VersionsAsync(DraftStore store, HttpResponse response, Guid id, CancellationToken cancel) =>
        (await store.VersionsAsync(id, cancel)).ToResult(response);

    private static async Task<Ok<Draft>> RestoreAsync(
        DraftStore store,
        Guid id,
        [Range(1, int.MaxValue)] int version,
        CancellationToken cancel
    ) =>
        version >= 1
            ? TypedResults.Ok(await store.RestoreAsync(id, version, cancel))
            : throw ApiException.BadField("version", "must be 1 or more");
}
