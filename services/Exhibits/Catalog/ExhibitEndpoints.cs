using Exhibits.Vault;
using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Http;

namespace Exhibits.Catalog;

internal static class ExhibitEndpoints
{
    public static void MapExhibits(this IEndpointRouteBuilder app)
    {
        var exhibits = app.MapGroup("/exhibits");
        exhibits.MapGet("", ListAsync).WithName("ListExhibits").Produces<Exhibit[]>().Problems(400);
        exhibits
            .MapPost("", AddAsync)
            .WithName("CreateExhibit")
            .WithDescription("Stores an exhibit, once the Records service has confirmed each of its documents.")
            .Produces<Exhibit>(201)
            .Problems(400, 404, 503);
        exhibits.MapGet("/{id:guid}", FindAsync).WithName("GetExhibit").Produces<Exhibit>().Problems(404);
        exhibits.MapPut("/{id:guid}", ChangeAsync).WithName("UpdateExhibit").Produces<Exhibit>().Problems(400, 404);
        exhibits.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteExhibit").Produces(204).Problems(404);
    }

    private static async Task<IResult> ListAsync(
        [FromQuery(Name = "draft_id")] Guid? draftId,
        [AsParameters] Paging paging,
        ExhibitStore store,
        HttpResponse response,
        CancellationToken cancel
    ) => (await store.ListAsync(draftId, paging, cancel)).ToResult(response);

    private static async Task<IResult> AddAsync(NewExhibit request, ExhibitStore store, EvidenceVault vault, CancellationToken cancel)
    {
        await vault.RequireAsync(request.DocumentIds ?? [], cancel);
        var exhibit = await store.AddAsync(request, cancel);
        return Results.Created($"/exhibits/{exhibit.Id}", exhibit);
    }

    private static async Task<IResult> FindAsync(Guid id, ExhibitStore store, CancellationToken cancel) =>
        Results.Ok(await store.FindAsync(id, cancel));

    private static async Task<IResult> ChangeAsync(Guid id, ExhibitChange request, ExhibitStore store, CancellationToken cancel) =>
        Results.Ok(await store.ChangeAsync(id, request, cancel));

    private static async Task<IResult> DeleteAsync(Guid id, ExhibitStore store, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return Results.NoContent();
    }
}
