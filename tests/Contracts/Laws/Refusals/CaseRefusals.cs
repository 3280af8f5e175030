using Clients;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

/// <summary>What Records refuses of cases.</summary>
internal static class CaseRefusals
{
    private static readonly Dictionary<string, string> s_values = new() { ["plaintiff"] = "Ann" };

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("records", "POST /api/cases", 400, "a required value missing", s => CreateAsync(s, NeededAsync)),
        new("records", "POST /api/cases", 404, "a template that is not there", s => CreateAsync(s, _ => Task.FromResult(Guid.NewGuid()))),
        new("records", "PUT /api/cases/{id}", 400, "a required value taken out", ChangeAsync),
        new("records", "DELETE /api/cases/{id}", 404, "an id that is none's", DeleteAsync),
    ];

    private static async Task<Guid> NeededAsync(Services services) =>
        (await services.Records.CreateTemplateAsync(Variable.Needed("plaintiff"))).Id;

    private static async Task<Refused> CreateAsync(Services services, Func<Services, Task<Guid>> templateAsync)
    {
        var (wrong, right, http) = (await templateAsync(services), await NeededAsync(services), services.Http("records"));
        return new(
            () => http.PostJsonAsync("/api/cases", new NewCase { TemplateId = wrong }),
            () => http.PostJsonAsync("/api/cases", new NewCase { TemplateId = right, VariableValues = s_values }),
            (http, $"/api/cases?template_id={wrong}"),
            (http, $"/api/templates/{right}")
        );
    }

    private static async Task<Refused> ChangeAsync(Services services)
    {
        var @case = new NewCase { TemplateId = await NeededAsync(services), VariableValues = s_values };
        var (path, http) = ($"/api/cases/{(await services.Records.CreateCaseAsync(@case)).Id}", services.Http("records"));
        return new(
            () => http.PutJsonAsync(path, """{"case_name": "Lost", "status": "closed", "variable_values": {}}"""),
            () => http.PutJsonAsync(path, """{"case_name": "Changed"}"""),
            (http, path)
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (path, http) = ($"/api/cases/{(await services.Records.CreateCaseAsync()).Id}", services.Http("records"));
        return new(() => http.DeleteAsync($"/api/cases/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }
}
