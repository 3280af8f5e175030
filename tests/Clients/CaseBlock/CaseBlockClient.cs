using Clients.BlockKit;
using IntegrationSuite.TestKit;

namespace Clients.CaseBlock;

/// <summary>CaseBlock as a test uses it on the good path: each call expects success, and reads the answer strictly.</summary>
public sealed class CaseBlockClient(HttpClient http, CancellationToken cancel = default)
{
    public BlockTemplatesClient Templates { get; } = new(http, "/caseblock/templates", cancel);

    public Task<ExtractedCaption> ExtractAsync(params string[] paragraphs) =>
        http.PostJsonAsync("/caseblock/extract", new { paragraphs }, cancel).ExpectAsync<ExtractedCaption>(200);

    public Task<FormattedBlock> FormatAsync(Guid templateId, Caption caption) =>
        http.PostJsonAsync("/caseblock/format", new { templateId, caption }, cancel).ExpectAsync<FormattedBlock>(200);
}
