using System.Text.RegularExpressions;
using Caselaw.Citations;
using ServiceDefaults.Http;

namespace Caselaw.Authorities;

internal static partial class AuthorityEndpoints
{
    public static void MapAuthorities(this IEndpointRouteBuilder app)
    {
        var authorities = app.MapGroup("/authorities");
        authorities
            .MapGet("", ListAsync)
            .WithName("ListAuthorities")
            .Produces<Authority[]>()
            .Problems(400)
            .AddOpenApiOperationTransformer(CitationTypes.Describe);
        authorities
            .MapPost("", AddAsync)
            .WithName("CreateAuthority")
            .WithDescription(
                "Stores an authority. A citation that is not recognised is taken as it is; upper and lower case and white space then make no difference."
            )
            .Produces<Authority>(201)
            .Problems(400, 409);
        authorities.MapGet("/{id:guid}", FindAsync).WithName("GetAuthority").Produces<Authority>().Problems(404);
        authorities.MapDelete("/{id:guid}", DeleteAsync).WithName("DeleteAuthority").Produces(204).Problems(404);
    }

    private static async Task<IResult> ListAsync(
        string? type,
        [AsParameters] Paging paging,
        AuthorityStore store,
        HttpResponse response,
        CancellationToken cancel
    ) => (await store.ListAsync(CitationTypes.FromQuery(type), paging, cancel)).ToResult(response);

    private static async Task<IResult> AddAsync(NewAuthority request, AuthorityStore store, CancellationToken cancel)
    {
        var recognised = CitationReader.Only(request.Citation);
        if (recognised is not null && recognised.Type != request.Type)
        {
            throw ApiException.BadField("type", $"must be {recognised.Type.ToName()}: that is what is cited");
        }

        var normalized = recognised is null
            ? Space().Replace(request.Citation.Trim(), " ")
            : Bluebook.Normalized(recognised.Type, recognised.Components);
        var authority = await store.AddAsync(request.Citation, request.Type, normalized, cancel);
        return Results.Created($"/authorities/{authority.Id}", authority);
    }

    private static async Task<IResult> FindAsync(Guid id, AuthorityStore store, CancellationToken cancel) =>
        Results.Ok(await store.FindAsync(id, cancel));

    private static async Task<IResult> DeleteAsync(Guid id, AuthorityStore store, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return Results.NoContent();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
