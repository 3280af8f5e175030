using IntegrationSuite.TestKit;

namespace Clients.Caselaw;

/// <summary>Caselaw as a test uses it on the good path: each call expects success, and reads the answer strictly.</summary>
public sealed class CaselawClient(HttpClient http, CancellationToken cancel = default)
{
    public async Task<IReadOnlyList<Citation>> DetectAsync(string text) =>
        (await http.PostJsonAsync("/citations/detect", new { Text = text }, cancel).ExpectAsync<DetectResult>(200)).Citations;

    public Task<FormatResult> FormatAsync(string type, CitationParts components) =>
        http.PostJsonAsync("/citations/format", new { Type = type, Components = components }, cancel).ExpectAsync<FormatResult>(200);

    public Task<ValidateResult> ValidateAsync(string text) =>
        http.PostJsonAsync("/citations/validate", new { Text = text }, cancel).ExpectAsync<ValidateResult>(200);

    public Task<Authority> CreateAuthorityAsync(string citation, string type) =>
        http.PostJsonAsync("/authorities", new NewAuthority(citation, type), cancel).ExpectAsync<Authority>(201);

    /// <summary>Creates an authority that no other test can have.</summary>
    public Task<Authority> CreateAuthorityAsync(string type = "statute") =>
        CreateAuthorityAsync($"Code of Tests § {Guid.CreateVersion7()}", type);

    public Task<Authority> GetAuthorityAsync(Guid id) => http.GetAsync($"/authorities/{id}", cancel).ExpectAsync<Authority>(200);

    public Task DeleteAuthorityAsync(Guid id) => http.DeleteAsync($"/authorities/{id}", cancel).ExpectAsync(204);

    public Task<TableOfAuthorities> GenerateTableAsync(Guid draft) =>
        http.PostJsonAsync("/toa/generate", new { DraftId = draft }, cancel).ExpectAsync<TableOfAuthorities>(200);

    public Task<TableOfAuthorities> GetTableAsync(Guid draft) =>
        http.GetAsync($"/toa/{draft}", cancel).ExpectAsync<TableOfAuthorities>(200);
}
