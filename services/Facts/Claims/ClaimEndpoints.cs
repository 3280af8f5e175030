using Microsoft.AspNetCore.Mvc;
using ServiceDefaults.Http;

namespace Facts.Claims;

internal static class ClaimEndpoints
{
    public static void MapClaims(this IEndpointRouteBuilder app)
    {
        var claims = app.MapGroup("/facts/claims");
        claims.MapGet("", ListAsync).WithName("ListClaims").Produces<Claim[]>().Problems(400);
        claims.MapPost("", AddAsync).WithName("CreateClaim").Produces<Claim>(201).Problems(400, 404);
        claims.MapGet("/{id:guid}", FindAsync).WithName("GetClaim").Produces<Claim>().Problems(404);
        claims.MapPut("/{id:guid}", ChangeAsync).WithName("UpdateClaim").Produces<Claim>().Problems(400, 404);
        claims.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteClaim").Produces(204).Problems(404);
    }

    private static async Task<IResult> ListAsync(
        [FromQuery(Name = "draft_id")] Guid? draftId,
        [AsParameters] Paging paging,
        ClaimStore store,
        HttpResponse response,
        CancellationToken cancel
    ) => (await store.ListAsync(draftId, paging, cancel)).ToResult(response);

    private static async Task<IResult> AddAsync(NewClaim request, ClaimStore store, CancellationToken cancel)
    {
        var claim = await store.AddAsync(request, cancel);
        return Results.Created($"/facts/claims/{claim.Id}", claim);
    }

    private static async Task<IResult> FindAsync(Guid id, ClaimStore store, CancellationToken cancel) =>
        Results.Ok(await store.FindAsync(id, cancel) ?? throw ApiException.NotFound("claim", id));

    private static async Task<IResult> ChangeAsync(Guid id, ClaimChange request, ClaimStore store, CancellationToken cancel) =>
        Results.Ok(await store.ChangeAsync(id, request, cancel));

    private static async Task<IResult> DeleteAsync(Guid id, ClaimStore store, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return Results.NoContent();
    }
}
