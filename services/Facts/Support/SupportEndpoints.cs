using Facts.Claims;
using ServiceDefaults.Dependencies;
using ServiceDefaults.Http;

namespace Facts.Support;

internal static class SupportEndpoints
{
    public static void MapSupport(this IEndpointRouteBuilder app)
    {
        var claim = app.MapGroup("/facts/claims/{id:guid}");
        claim
            .MapPost("/exhibits", LinkAsync)
            .WithName("LinkExhibit")
            .WithDescription("Links an exhibit to a claim, once the Exhibits service has confirmed it. Answers the claim.")
            .Produces<Claim>(201)
            .Problems(400, 404, 409, 503);
        claim.MapDelete("/exhibits/{exhibit_id:guid}", UnlinkAsync).WithName("UnlinkExhibit").Produces(204).Problems(404);
        claim
            .MapGet("/support", SupportAsync)
            .WithName("GetClaimSupport")
            .WithDescription("Asks the Exhibits service for each linked exhibit: one that is gone there supports nothing.")
            .Produces<ClaimSupport>()
            .Problems(404, 503);
    }

    private static async Task<IResult> LinkAsync(
        Guid id,
        NewClaimExhibit request,
        ClaimStore claims,
        SupportStore store,
        [FromKeyedServices("exhibits")] Dependency exhibits,
        CancellationToken cancel
    )
    {
        await FindClaimAsync(claims, id, cancel);
        if (await FindExhibitAsync(exhibits, request.ExhibitId, cancel) is null)
        {
            throw ApiException.NotFound("exhibit", request.ExhibitId);
        }

        await store.LinkAsync(id, request.ExhibitId, cancel);
        return Results.Created($"/facts/claims/{id}", await FindClaimAsync(claims, id, cancel));
    }

    private static async Task<IResult> UnlinkAsync(Guid id, Guid exhibit_id, SupportStore store, CancellationToken cancel)
    {
        await store.UnlinkAsync(id, exhibit_id, cancel);
        return Results.NoContent();
    }

    private static async Task<IResult> SupportAsync(
        Guid id,
        ClaimStore claims,
        [FromKeyedServices("exhibits")] Dependency exhibits,
        CancellationToken cancel
    )
    {
        var claim = await FindClaimAsync(claims, id, cancel);
        var found = await Task.WhenAll(claim.ExhibitIds.Select(exhibit => FindExhibitAsync(exhibits, exhibit, cancel)));
        SupportingExhibit[] support = [.. found.OfType<SupportingExhibit>()];
        return Results.Ok(new ClaimSupport(support.Length > 0, support));
    }

    private static async Task<Claim> FindClaimAsync(ClaimStore claims, Guid id, CancellationToken cancel) =>
        await claims.FindAsync(id, cancel) ?? throw ApiException.NotFound("claim", id);

    private static async Task<SupportingExhibit?> FindExhibitAsync(Dependency exhibits, Guid id, CancellationToken cancel) =>
        (await exhibits.GetAsync<SupportingExhibit>($"/exhibits/{id}", cancel)).Optional("exhibits");
}
