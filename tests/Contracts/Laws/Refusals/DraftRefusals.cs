using System.Text.Json.Nodes;
using Clients;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Laws.Refusals;

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
            (http, $"/api/drafts/case/{draft.CaseId}"),
            (http, $"/api/cases/{draft.CaseId}")
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
        var (draft, http) = (await SavedAsync(services), services.Http("records"));
        return new(
            () => http.PutJsonAsync($"/api/drafts/{draft.Id}", new DraftChange(1, s_document, "Lost")),
            () => http.PutJsonAsync($"/api/drafts/{draft.Id}", new DraftChange(2, s_document)),
            StateOf(http, draft)
        );
    }

    private static async Task<Refused> RestoreAsync(Services services) => await RestoreAsync(services, await SavedAsync(services), 3);

    private static async Task<Refused> RestoreZeroAsync(Services services) => await RestoreAsync(services, await SavedAsync(services), 0);

    private static Task<Refused> RestoreAsync(Services services, Draft draft, int version)
    {
        var http = services.Http("records");
        return Task.FromResult(
            new Refused(
                () => http.PostAsync($"/api/drafts/{draft.Id}/restore/{version}", null),
                () => http.PostAsync($"/api/drafts/{draft.Id}/restore/2", null),
                StateOf(http, draft)
            )
        );
    }

    private static async Task<Refused> DeleteAsync(Services services)
    {
        var (draft, http) = (await SavedAsync(services), services.Http("records"));
        return new(
            () => http.DeleteAsync($"/api/drafts/{Guid.NewGuid()}"),
            () => http.DeleteAsync($"/api/drafts/{draft.Id}"),
            StateOf(http, draft)
        );
    }

    /// <summary>A draft at version 2.</summary>
    private static async Task<Draft> SavedAsync(Services services)
    {
        var draft = await services.Records.CreateDraftAsync();
        return await services.Records.SaveDraftAsync(draft.Id, new DraftChange(1, s_document));
    }

    private static (HttpClient Http, string Path)[] StateOf(HttpClient http, Draft draft) =>
        [
            (http, $"/api/drafts/{draft.Id}"),
            (http, $"/api/drafts/{draft.Id}/versions"),
            (http, $"/api/drafts/case/{draft.CaseId}"),
            (http, $"/api/cases/{draft.CaseId}"),
        ];
}
