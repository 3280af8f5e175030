using System.Text.Json.Nodes;
using Clients;
using Clients.Records;
using TestKit;

namespace Contracts.Laws;

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
            (http, $"/api/cases?template_id={wrong}")
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

/// <summary>What Records refuses of drafts.</summary>
internal static class DraftRefusals
{
    private static readonly JsonObject s_document = new() { ["text"] = "t" };

    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("records", "POST /api/drafts", 400, "a placeholder without a value", CreateAsync),
        new("records", "POST /api/drafts", 404, "a case that is not there", CreateNowhereAsync),
        new("records", "PUT /api/drafts/{id}", 409, "an old version", SaveAsync),
        new("records", "POST /api/drafts/{id}/restore/{version}", 404, "a version that never was", RestoreAsync),
        new("records", "POST /api/drafts/{id}/restore/{version}", 400, "version 0", RestoreZeroAsync),
        new("records", "DELETE /api/drafts/{id}", 404, "an id that is none's", DeleteAsync),
    ];

    private static async Task<Refused> CreateAsync(Services services)
    {
        var (draft, http) = (new NewDraft((await services.Records.CreateCaseAsync()).Id), services.Http("records"));
        return new(
            () => http.PostJsonAsync("/api/drafts", draft with { ContentJson = new JsonObject { ["text"] = "{{judge}}" } }),
            () => http.PostJsonAsync("/api/drafts", draft),
            (http, $"/api/drafts/case/{draft.CaseId}")
        );
    }

    private static async Task<Refused> CreateNowhereAsync(Services services)
    {
        var (@case, http) = ((await services.Records.CreateCaseAsync()).Id, services.Http("records"));
        return new(
            () => http.PostJsonAsync("/api/drafts", new NewDraft(Guid.NewGuid())),
            () => http.PostJsonAsync("/api/drafts", new NewDraft(@case)),
            (http, $"/api/drafts?case_id={@case}")
        );
    }

    private static async Task<Refused> SaveAsync(Services services)
    {
        var (id, http) = (await SavedAsync(services), services.Http("records"));
        return new(
            () => http.PutJsonAsync($"/api/drafts/{id}", new DraftChange(1, s_document, "Lost")),
            () => http.PutJsonAsync($"/api/drafts/{id}", new DraftChange(2, s_document)),
            StateOf(http, id)
        );
    }

    private static async Task<Refused> RestoreAsync(Services services) => await RestoreAsync(services, await SavedAsync(services), 3);

    private static async Task<Refused> RestoreZeroAsync(Services services) => await RestoreAsync(services, await SavedAsync(services), 0);

    private static Task<Refused> RestoreAsync(Services services, Guid id, int version)
    {
        var http = services.Http("records");
        return Task.FromResult(
            new Refused(
                () => http.PostAsync($"/api/drafts/{id}/restore/{version}", null),
                () => http.PostAsync($"/api/drafts/{id}/restore/2", null),
                StateOf(http, id)
            )
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (id, http) = (await SavedAsync(services), services.Http("records"));
        return new(() => http.DeleteAsync($"/api/drafts/{Guid.NewGuid()}"), () => http.DeleteAsync($"/api/drafts/{id}"), StateOf(http, id));
    }

    /// <summary>A draft at version 2.</summary>
    private static async Task<Guid> SavedAsync(Services services)
    {
        var draft = await services.Records.CreateDraftAsync();
        await services.Records.SaveDraftAsync(draft.Id, new DraftChange(1, s_document));
        return draft.Id;
    }

    private static (HttpClient Http, string Path)[] StateOf(HttpClient http, Guid id) =>
        [(http, $"/api/drafts/{id}"), (http, $"/api/drafts/{id}/versions")];
}

/// <summary>What Records refuses of evidence.</summary>
internal static class EvidenceRefusals
{
    public static IReadOnlyList<Refusal> All { get; } =
    [
        new("records", "POST /api/evidence", 400, "a blank title", s => AddAsync(s, evidence => evidence with { Title = " " })),
        new("records", "POST /api/evidence", 400, "an empty file", s => AddAsync(s, evidence => evidence with { Bytes = [] })),
        new("records", "POST /api/evidence", 404, "a case that is not there", s => AddAsync(s, e => e with { CaseId = Guid.NewGuid() })),
        new("records", "GET /api/evidence/{id}/content", 404, "an id that is none's", ReadAsync),
        new("records", "DELETE /api/evidence/{id}", 404, "an id that is none's", DeleteAsync),
    ];

    private static async Task<Refused> AddAsync(Services services, Func<NewEvidence, NewEvidence> wrong)
    {
        var (evidence, http) = (new NewEvidence((await services.Records.CreateCaseAsync()).Id), services.Http("records"));
        return new(
            () => http.PostAsync("/api/evidence", wrong(evidence).ToForm()),
            () => http.PostAsync("/api/evidence", evidence.ToForm()),
            (http, $"/api/cases/{evidence.CaseId}/evidence")
        );
    }

    private static async Task<Refused> ReadAsync(Services services)
    {
        var (path, http) = ($"/api/evidence/{(await services.Records.AddEvidenceAsync()).Id}", services.Http("records"));
        return new(() => http.GetAsync($"/api/evidence/{Guid.NewGuid()}/content"), () => http.GetAsync($"{path}/content"), (http, path));
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (path, http) = ($"/api/evidence/{(await services.Records.AddEvidenceAsync()).Id}", services.Http("records"));
        return new(() => http.DeleteAsync($"/api/evidence/{Guid.NewGuid()}"), () => http.DeleteAsync(path), (http, path));
    }
}
