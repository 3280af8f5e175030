using Clients;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

/// <summary>What Records refuses of templates.</summary>
internal static class TemplateRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("records", "POST /api/templates", 400, "a variable twice", CreateAsync),
        new("records", "PUT /api/templates/{id}", 400, "a default of another type", ChangeAsync),
        new("records", "DELETE /api/templates/{id}", 404, "an id that is none's", DeleteAsync),
    ];

    private static async Task<Refused> CreateAsync(Services services)
    {
        var template = new NewTemplate { Jurisdiction = $"{Guid.NewGuid()}" };
        await services.Records.CreateTemplateAsync(template);
        var http = services.Http("records");
        return new(
            () => http.PostJsonAsync("/api/templates", template with { Variables = [new Variable("a"), new Variable("a")] }),
            () => http.PostJsonAsync("/api/templates", template),
            (http, $"/api/templates?jurisdiction={template.Jurisdiction}")
        );
    }

    private static async Task<Refused> ChangeAsync(Services services)
    {
        var path = $"/api/templates/{(await services.Records.CreateTemplateAsync()).Id}";
        var http = services.Http("records");
        return new(
            () => http.PutJsonAsync(path, """{"name": "Lost", "variables": [{"name": "a", "type": "number", "default": "much"}]}"""),
            () => http.PutJsonAsync(path, """{"name": "Changed"}"""),
            (http, path)
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var path = $"/api/templates/{(await services.Records.CreateTemplateAsync()).Id}";
        var http = services.Http("records");
        return new(() => http.DeleteAsync($"/api/templates/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }
}
