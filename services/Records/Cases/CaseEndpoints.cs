using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Records.Templates;
using ServiceDefaults.Http;

namespace Records.Cases;

/// <summary>The operations under <c>/api/cases</c>.</summary>
internal static class CaseEndpoints
{
    public static IEndpointRouteBuilder MapCases(this IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/api/cases").WithTags("Cases");
        cases.MapGet("", ListAsync).WithName("ListCases").Produces<List<Case>>().Problems(400);
        cases.MapPost("", CreateAsync).WithName("CreateCase").Problems(400, 404);
        cases.MapGet("{id:guid}", GetAsync).WithName("GetCase").Problems(404);
        cases.MapPut("{id:guid}", ChangeAsync).WithName("ChangeCase").Problems(400, 404);
        cases.MapDelete("{id:guid}", DeleteAsync).WithName("DeleteCase").Problems(404);
        return app;
    }

    private static async Task<IResult> ListAsync(
        CaseStore store, HttpContext http, [FromQuery(Name = "template_id")] Guid? templateId, CaseStatus? status, [AsParameters] Paging paging, CancellationToken cancel)
    {
        CheckSpelling(status, http.Request.Query["status"]);
        return (await store.ListAsync(templateId, status, paging, cancel)).ToResult(http.Response);
    }

    private static async Task<Created<Case>> CreateAsync(CaseStore store, NewCase request, CancellationToken cancel)
    {
        var created = await store.CreateAsync(request, cancel);
        return TypedResults.Created($"/api/cases/{created.Id}", created);
    }

    private static async Task<Ok<Case>> GetAsync(CaseStore store, TemplateStore templates, Guid id, CancellationToken cancel)
    {
        var found = await store.FindAsync(id, cancel);
        return TypedResults.Ok(found.TemplateId is { } template ? found with { Template = await templates.FindAsync(template, cancel) } : found);
    }

    private static async Task<Ok<Case>> ChangeAsync(CaseStore store, Guid id, CaseChange change, CancellationToken cancel) =>
        TypedResults.Ok(await store.ChangeAsync(id, change, cancel));

    private static async Task<NoContent> DeleteAsync(CaseStore store, Guid id, CancellationToken cancel)
    {
        await store.DeleteAsync(id, cancel);
        return TypedResults.NoContent();
    }

    /// <summary>ASP.NET Core reads any case and any number as an enum; the contract knows three words.</summary>
    private static void CheckSpelling(CaseStatus? status, string? text)
    {
        if (status is not null && text != JsonNamingPolicy.SnakeCaseLower.ConvertName(status.Value.ToString()))
        {
            throw ApiException.BadField("status", "must be open, closed or archived");
        }
    }
}
