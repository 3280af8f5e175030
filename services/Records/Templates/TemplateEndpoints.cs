using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Http;

namespace Records.Templates;

/// <summary>The operations under <c>/api/templates</c>.</summary>
internal static class TemplateEndpoints
{
    public static IEndpointRouteBuilder MapTemplates(this IEndpointRouteBuilder app)
    {
        var templates = app.MapGroup("/api/templates").WithTags("Templates");
        templates.MapGet("", ListAsync).WithName("ListTemplates").Produces<List<TemplateSummary>>().Problems(400);
        templates.MapPost("", CreateAsync).WithName("CreateTemplate").AnswersWithin(100).Problems(400);
        templates.MapGet("{id:guid}", GetAsync).WithName("GetTemplate").Problems(404);
        templates.MapPut("{id:guid}", ChangeAsync).WithName("ChangeTemplate").Problems(400, 404);
        templates.MapDelete("{id:guid}", DeleteAsync).WithName("DeleteTemplate").Problems(404);
        return app;
    }

    private static async Task<IResult> ListAsync(
        TemplateStore store,
        HttpResponse response,
        string? jurisdiction,
        string? category,
        [AsParameters] Paging paging,
        CancellationToken cancel
    ) => (await store.ListAsync(jurisdiction, category, paging, cancel)).ToResult(response);

    private static async Task<Created<Template>> CreateAsync(TemplateStore store, NewTemplate template, CancellationToken cancel)
    {
        VariableRules.CheckDeclarations(template.Variables);
        var created = await store.CreateAsync(template, cancel);
        return TypedResults.Created($"/api/templates/{created.Id}", created);
    }

    private static async Task<Ok<Template>> GetAsync(TemplateStore store, Guid id, CancellationToken cancel) =>
        TypedResults.Ok(await store.FindAsync(id, cancel));

    private static async Task<Ok<Template>> ChangeAsync(TemplateStore store, Guid id, TemplateChange change, CancellationToken cancel)
    {
        VariableRules.CheckDeclarations(change.Variables ?? []);
        return TypedResults.Ok(await store.ChangeAsync(id, change, cancel));
    }

    private static async Task<NoContent> DeleteAsync(TemplateStore store, Guid id, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return TypedResults.NoContent();
    }
}
