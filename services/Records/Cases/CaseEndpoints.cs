using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Records.Templates;
using ServiceDefaults.Http;

namespace Records.Cases;

/// <summary>The operations under <c>/api/cases</c>.</summary>
internal static class CaseEndpoints
{
    private static readonly string[] Statuses = [.. Enum.GetNames<CaseStatus>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    public static IEndpointRouteBuilder MapCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/api/cases").WithTags("Cases");
        cases
            .MapGet("", ListAsync)
            .WithName("ListCases")
            .Produces<List<Case>>()
            .Problems(400)
            .AddOpenApiOperationTransformer(DescribeStatus);
        cases.MapPost("", CreateAsync).WithName("CreateCase").AnswersWithin(150).Problems(400, 404);
        cases.MapGet("{id:guid}", GetAsync).WithName("GetCase").Problems(404);
        cases.MapPut("{id:guid}", ChangeAsync).WithName("ChangeCase").Problems(400, 404);
        cases.MapDelete("{id:guid}", DeleteAsync).WithName("DeleteCase").Problems(404);
        return app;
    }

    private static async Task<IResult> ListAsync(
        CaseStore store,
        HttpResponse response,
        [FromQuery(Name = "template_id")] Guid? templateId,
        string? status,
        [AsParameters] Paging paging,
        CancellationToken cancel
    ) => (await store.ListAsync(templateId, ReadStatus(status), paging, cancel)).ToResult(response);

    private static async Task<Created<Case>> CreateAsync(CaseStore store, NewCase request, CancellationToken cancel)
    {
        var created = await store.CreateAsync(request, cancel);
        return TypedResults.Created($"/api/cases/{created.Id}", created);
    }

    private static async Task<Ok<Case>> GetAsync(CaseStore store, TemplateStore templates, Guid id, CancellationToken cancel)
    {
        var found = await store.FindAsync(id, cancel);
        return TypedResults.Ok(
            found.TemplateId is { } template ? found with { Template = await templates.FindAsync(template, cancel) } : found
        );
    }

    private static async Task<Ok<Case>> ChangeAsync(CaseStore store, Guid id, CaseChange change, CancellationToken cancel) =>
        TypedResults.Ok(await store.ChangeAsync(id, change, cancel));

    private static async Task<NoContent> DeleteAsync(CaseStore store, Guid id, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return TypedResults.NoContent();
    }

    /// <summary>Strictly the words of the contract: as an enum ASP.NET Core would bind the names of C# and any number.</summary>
    private static CaseStatus? ReadStatus(string? text) =>
        text is null ? null
        : Statuses.Contains(text) ? Enum.Parse<CaseStatus>(text, ignoreCase: true)
        : throw ApiException.BadField("status", $"must be one of {string.Join(", ", Statuses)}");

    private static Task DescribeStatus(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        var schema = (OpenApiSchema)operation.Parameters!.Single(p => p.Name == "status").Schema!;
        schema.Enum = [.. Statuses.Select(s => JsonValue.Create(s))];
        return Task.CompletedTask;
    }
}
