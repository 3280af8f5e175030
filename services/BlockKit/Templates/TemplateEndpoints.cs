using BlockKit.Layout;
using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace BlockKit.Templates;

/// <summary>The operations on templates, the same for every kind of block.</summary>
public static class TemplateEndpoints
{
    /// <summary>Registers the store and the kind of block.</summary>
    public static IServiceCollection AddBlockTemplates(this IServiceCollection services, BlockKind kind) =>
        services.AddSingleton(kind).AddSingleton<TemplateStore>();

    /// <summary>Maps <c>/{path}/templates</c>.</summary>
    public static IEndpointRouteBuilder MapBlockTemplates(this IEndpointRouteBuilder app, BlockKind kind)
    {
        var templates = app.MapGroup($"/{kind.Path}/templates");
        templates
            .MapGet(
                "",
                async (TemplateStore store, [AsParameters] Paging paging, HttpResponse response, CancellationToken cancel) =>
                    (await store.ListAsync(paging, cancel)).ToResult(response)
            )
            .WithName($"List{kind.Name}Templates")
            .Produces<BlockTemplate[]>()
            .Problems(400);
        templates.MapPost("", AddAsync).WithName($"Create{kind.Name}Template").Produces<BlockTemplate>(201).Problems(400);
        templates
            .MapGet("/{id:guid}", (Guid id, TemplateStore store, CancellationToken cancel) => store.GetAsync(id, cancel))
            .WithName($"Get{kind.Name}Template")
            .Produces<BlockTemplate>()
            .Problems(404);
        templates
            .MapPut("/{id:guid}", ChangeAsync)
            .WithName($"Update{kind.Name}Template")
            .Produces<BlockTemplate>()
            .Problems(400, 404, 409);
        templates.MapDelete("/{id:guid}", RemoveAsync).WithName($"Delete{kind.Name}Template").Produces(204).Problems(404);
        templates
            .MapPost("/{id:guid}/approve", (Guid id, TemplateStore store, CancellationToken cancel) => store.ApproveAsync(id, cancel))
            .WithName($"Approve{kind.Name}Template")
            .Produces<BlockTemplate>()
            .Problems(404, 409)
            .LeadsTo(kind.FormatOperation, body: [("template_id", "$response.body#/id")]);
        return app;
    }

    private static async Task<IResult> AddAsync(TemplateBody body, TemplateStore store, BlockKind kind, CancellationToken cancel)
    {
        Placeholders.Check(body.Lines, kind.Placeholders);
        var template = await store.AddAsync(body, cancel);
        return Results.Created($"/{kind.Path}/templates/{template.Id}", template);
    }

    private static Task<BlockTemplate> ChangeAsync(
        Guid id,
        TemplateBody body,
        TemplateStore store,
        BlockKind kind,
        CancellationToken cancel
    )
    {
        Placeholders.Check(body.Lines, kind.Placeholders);
        return store.ChangeAsync(id, body, cancel);
    }

    private static async Task<IResult> RemoveAsync(Guid id, TemplateStore store, CancellationToken cancel)
    {
        await store.RemoveAsync(id, cancel);
        return Results.NoContent();
    }
}
