using System.Net;
using Ingestion.Reading;
using LegalDocuments;
using ServiceDefaults.Dependencies;

namespace Ingestion.Asking;

/// <summary>Caption and signature block, from CaseBlock and Signature. Both answer 422 where there is none, which many documents have not.</summary>
internal sealed class PartySource([FromKeyedServices("caseblock")] Dependency caseBlock, [FromKeyedServices("signature")] Dependency signature)
{
    /// <summary>The caption in these paragraphs, or null.</summary>
    public Task<CaseBlock?> CaptionAsync(IReadOnlyList<TextBlock> blocks, CancellationToken cancel) =>
        AskAsync<CaseBlock>(caseBlock, "caseblock", blocks, cancel);

    /// <summary>The signature block in these paragraphs, or null.</summary>
    public Task<SignatureBlock?> SignatureAsync(IReadOnlyList<TextBlock> blocks, CancellationToken cancel) =>
        AskAsync<SignatureBlock>(signature, "signature", blocks, cancel);

    private static async Task<T?> AskAsync<T>(Dependency service, string name, IReadOnlyList<TextBlock> blocks, CancellationToken cancel) where T : class
    {
        var reply = await service.PostAsync<T>($"/{name}/extract", new { Paragraphs = blocks.Select(b => b.Text) }, cancel);
        return reply.Status == HttpStatusCode.UnprocessableEntity ? null : reply.Expected(name);
    }
}
