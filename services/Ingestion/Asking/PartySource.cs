using System.Net;
using Ingestion.Reading;
using LegalDocuments;
using ServiceDefaults.Dependencies;

namespace Ingestion.Asking;

/// <summary>Caption and signature block, from CaseBlock and Signature. Both answer 422 where there is none, which many documents have not.</summary>
internal sealed class PartySource(
    [FromKeyedServices("caseblock")] Dependency caseBlock,
    [FromKeyedServices("signature")] Dependency signature
)
{
    /// <summary>The caption in these paragraphs, or null.</summary>
    public Task<CaseBlock?> CaptionAsync(IReadOnlyList<TextBlock> blocks, CancellationToken cancel) =>
        AskAsync<CaseBlock>(caseBlock, "caseblock", blocks, cancel);

    /// <summary>The signature block in these paragraphs, or null.</summary>
    public Task<SignatureBlock?> SignatureAsync(IReadOnlyList<TextBlock> blocks, CancellationToken cancel) =>
        AskAsync<SignatureBlock>(signature, "signature", blocks, cancel);

    private static async Task<T?> AskAsync<T>(Dependency service, string name, IReadOnlyList<TextBlock> blocks, CancellationToken cancel)
        where T : class
    {
        var reply = await service.PostAsync<T>($"/{name}/extract", new { Paragraphs = Lines(blocks) }, cancel);
        return reply.Status == HttpStatusCode.UnprocessableEntity ? null : reply.Expected(name);
    }

    /// <summary>A caption is often a table: parties, a column of § signs, the court. Where each cell of a row is one line, the row is.</summary>
    private static IEnumerable<string> Lines(IReadOnlyList<TextBlock> blocks)
    {
        var rows = blocks.Where(b => b.Cell is not null).GroupBy(b => b.Cell!.Row).ToDictionary(row => row.Key, row => row.ToList());
        foreach (var block in blocks)
        {
            var row = block.Cell is { } cell ? rows[cell.Row] : [block];
            if (row.DistinctBy(b => b.Cell?.Column).Count() < row.Count)
            {
                yield return block.Text;
            }
            else if (ReferenceEquals(block, row[0]))
            {
                yield return string.Join(' ', row.Select(b => b.Text));
            }
        }
    }
}
