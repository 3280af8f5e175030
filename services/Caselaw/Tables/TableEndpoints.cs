using ServiceDefaults.Dependencies;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Caselaw.Tables;

internal static class TableEndpoints
{
    public static void MapTables(this IEndpointRouteBuilder app)
    {
        var tables = app.MapGroup("/toa");
        tables
            .MapPost("/generate", GenerateAsync)
            .WithName("GenerateTable")
            .WithDescription(
                "Reads the draft from the Records service, finds what its paragraphs cite and stores the table, in place of an earlier one."
            )
            .Produces<TableOfAuthorities>()
            .Problems(400, 404, 503)
            .LeadsTo("GetTable", [("draft_id", "$response.body#/draft_id")]);
        tables
            .MapGet("/{draft_id:guid}", FindAsync)
            .WithName("GetTable")
            .WithDescription("The table that was last made for a draft.")
            .Produces<TableOfAuthorities>()
            .Problems(404);
    }

    private static async Task<IResult> GenerateAsync(
        GenerateTable request,
        [FromKeyedServices("records")] Dependency records,
        TableStore store,
        CancellationToken cancel
    )
    {
        var reply = await records.GetAsync<Draft>($"/api/drafts/{request.DraftId}", cancel);
        var draft = reply.Optional("records") ?? throw ApiException.NotFound("draft", request.DraftId);
        return Results.Ok(await store.SaveAsync(draft.Id, TableMaker.Make(DraftText.Paragraphs(draft.DocumentJson)), cancel));
    }

    private static async Task<IResult> FindAsync(Guid draft_id, TableStore store, CancellationToken cancel) =>
        Results.Ok(await store.FindAsync(draft_id, cancel));
}
