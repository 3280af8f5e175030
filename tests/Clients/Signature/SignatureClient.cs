using Clients.BlockKit;
using IntegrationSuite.TestKit;

namespace Clients.Signature;

/// <summary>Signature as a test uses it on the good path: each call expects success, and reads the answer strictly.</summary>
public sealed class SignatureClient(HttpClient http, CancellationToken cancel = default)
{
    public BlockTemplatesClient Templates { get; } = new(http, "/signature/templates", cancel);

    public Task<SignatureFields> ExtractAsync(params string[] paragraphs) =>
        http.PostJsonAsync("/signature/extract", new { paragraphs }, cancel).ExpectAsync<SignatureFields>(200);

    public Task<FormattedBlock> FormatAsync(Guid templateId, SignatureFields signature) =>
        http.PostJsonAsync("/signature/format", new { templateId, signature }, cancel).ExpectAsync<FormattedBlock>(200);
}
