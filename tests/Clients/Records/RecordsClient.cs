using System.Text.Json.Nodes;
using IntegrationSuite.TestKit;

namespace Clients.Records;

/// <summary>Records as a test uses it on the good path: each call expects success, and reads the answer strictly.</summary>
public sealed class RecordsClient(HttpClient http, CancellationToken cancel = default)
{
    public Task<Template> CreateTemplateAsync(NewTemplate? template = null) =>
        http.PostJsonAsync("/api/templates", template ?? new NewTemplate(), cancel).ExpectAsync<Template>(201);

    public Task<Template> CreateTemplateAsync(params Variable[] variables) =>
        CreateTemplateAsync(new NewTemplate { Variables = variables });

    public Task<Template> GetTemplateAsync(Guid id) => http.GetAsync($"/api/templates/{id}", cancel).ExpectAsync<Template>(200);

    public Task DeleteTemplateAsync(Guid id) => http.DeleteAsync($"/api/templates/{id}", cancel).ExpectAsync(204);

    public Task<Case> CreateCaseAsync(NewCase? request = null) =>
        http.PostJsonAsync("/api/cases", request ?? new NewCase(), cancel).ExpectAsync<Case>(201);

    public Task<Case> GetCaseAsync(Guid id) => http.GetAsync($"/api/cases/{id}", cancel).ExpectAsync<Case>(200);

    public Task DeleteCaseAsync(Guid id) => http.DeleteAsync($"/api/cases/{id}", cancel).ExpectAsync(204);

    /// <summary>Creates a draft, in a case of its own when none is given.</summary>
    /// <param name="document">Its <c>document_json</c>.</param>
    /// <param name="caseId">Its case.</param>
    public async Task<Draft> CreateDraftAsync(JsonObject? document = null, Guid? caseId = null)
    {
        var draft = new NewDraft(caseId ?? (await CreateCaseAsync()).Id);
        return await CreateDraftAsync(document is null ? draft : draft with { DocumentJson = document });
    }

    public Task<Draft> CreateDraftAsync(NewDraft draft) => http.PostJsonAsync("/api/drafts", draft, cancel).ExpectAsync<Draft>(201);

    public Task<Draft> GetDraftAsync(Guid id) => http.GetAsync($"/api/drafts/{id}", cancel).ExpectAsync<Draft>(200);

    public Task<Draft> SaveDraftAsync(Guid id, DraftChange change) =>
        http.PutJsonAsync($"/api/drafts/{id}", change, cancel).ExpectAsync<Draft>(200);

    public Task<Draft> RestoreDraftAsync(Guid id, int version) =>
        http.PostAsync($"/api/drafts/{id}/restore/{version}", null, cancel).ExpectAsync<Draft>(200);

    public Task<List<DraftVersion>> GetVersionsAsync(Guid draftId) =>
        http.GetAsync($"/api/drafts/{draftId}/versions", cancel).ExpectAsync<List<DraftVersion>>(200);

    public Task DeleteDraftAsync(Guid id) => http.DeleteAsync($"/api/drafts/{id}", cancel).ExpectAsync(204);

    public Task<EvidenceItem> AddEvidenceAsync(NewEvidence evidence) =>
        http.PostAsync("/api/evidence", evidence.ToForm(), cancel).ExpectAsync<EvidenceItem>(201);

    /// <summary>Adds evidence to a case of its own.</summary>
    public async Task<EvidenceItem> AddEvidenceAsync() => await AddEvidenceAsync(new NewEvidence((await CreateCaseAsync()).Id));

    public Task<EvidenceItem> GetEvidenceAsync(Guid id) => http.GetAsync($"/api/evidence/{id}", cancel).ExpectAsync<EvidenceItem>(200);
}
