using System.Collections.Concurrent;
using LegalDocuments;
using ServiceDefaults.Dependencies;

namespace Ingestion.Asking;

/// <summary>Sentences, from Facts.</summary>
internal sealed class SentenceSource([FromKeyedServices("facts")] Dependency facts)
{
    /// <summary>Paragraphs that are asked about at once: enough to hide the way there and back, few enough to leave Facts to others too.</summary>
    private const int AtOnce = 8;

    /// <summary>The sentences of each paragraph, by its id.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Sentence>>> GetAsync(IEnumerable<Paragraph> paragraphs, CancellationToken cancel)
    {
        var sentences = new ConcurrentDictionary<Guid, IReadOnlyList<Sentence>>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(paragraphs, options, async (paragraph, stop) =>
        {
            var reply = await facts.PostAsync<Parsed>("/facts/parse", new { ParagraphId = paragraph.Id, paragraph.Text }, stop);
            sentences[paragraph.Id] = reply.Expected("facts").Sentences;
        });
        return sentences;
    }

    private sealed record Parsed(IReadOnlyList<Sentence> Sentences);
}
