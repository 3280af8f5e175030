using IntegrationSuite.TestKit;

namespace Clients.BlockKit;

/// <summary>The template operations of CaseBlock or Signature on the good path: each call expects success, and reads the answer strictly.</summary>
/// <param name="http">A client of the service.</param>
/// <param name="path">Where its templates stand, such as <c>/caseblock/templates</c>.</param>
public sealed class BlockTemplatesClient(HttpClient http, string path, CancellationToken cancel = default)
{
    public string Path { get; } = path;

    public Task<BlockTemplate> CreateAsync(NewTemplate? template = null) =>
        http.PostJsonAsync(Path, template ?? new NewTemplate(), cancel).ExpectAsync<BlockTemplate>(201);

    public Task<BlockTemplate> GetAsync(Guid id) => http.GetAsync($"{Path}/{id}", cancel).ExpectAsync<BlockTemplate>(200);

    public Task<BlockTemplate> ChangeAsync(Guid id, NewTemplate template) =>
        http.PutJsonAsync($"{Path}/{id}", template, cancel).ExpectAsync<BlockTemplate>(200);

    public Task<HttpResponseMessage> SendApprovalAsync(Guid id) => http.PostAsync($"{Path}/{id}/approve", null, cancel);

    public Task<BlockTemplate> ApproveAsync(Guid id) => SendApprovalAsync(id).ExpectAsync<BlockTemplate>(200);

    public Task DeleteAsync(Guid id) => http.DeleteAsync($"{Path}/{id}", cancel).ExpectAsync(204);

    /// <summary>A template that may format.</summary>
    public async Task<BlockTemplate> CreateApprovedAsync(params Line[] lines) =>
        await ApproveAsync((await CreateAsync(new NewTemplate { Lines = lines })).Id);
}
