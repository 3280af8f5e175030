using IntegrationSuite.TestKit;

namespace Clients.Exhibits;

/// <summary>Exhibits as a test uses it on the good path: each call expects success, and reads the answer strictly.</summary>
public sealed class ExhibitsClient(HttpClient http, CancellationToken cancel = default)
{
    public Task<Exhibit> CreateAsync(NewExhibit? exhibit = null) =>
        http.PostJsonAsync("/exhibits", exhibit ?? new NewExhibit(), cancel).ExpectAsync<Exhibit>(201);

    public Task<Exhibit> GetAsync(Guid id) => http.GetAsync($"/exhibits/{id}", cancel).ExpectAsync<Exhibit>(200);

    public Task<Exhibit> ChangeAsync(Guid id, ExhibitChange change) =>
        http.PutJsonAsync($"/exhibits/{id}", change, cancel).ExpectAsync<Exhibit>(200);

    public Task DeleteAsync(Guid id) => http.DeleteAsync($"/exhibits/{id}", cancel).ExpectAsync(204);

    public Task<Exhibit> AddDocumentAsync(Guid exhibit, Guid document) =>
        http.PostJsonAsync($"/exhibits/{exhibit}/documents", new { DocumentId = document }, cancel).ExpectAsync<Exhibit>(201);

    public Task RemoveDocumentAsync(Guid exhibit, Guid document) =>
        http.DeleteAsync($"/exhibits/{exhibit}/documents/{document}", cancel).ExpectAsync(204);

    public async Task<IReadOnlyList<AppendixEntry>> GetAppendixAsync(Guid draft) =>
        (await http.GetAsync($"/exhibits/appendix?draft_id={draft}", cancel).ExpectAsync<AppendixList>(200)).Entries;
}
