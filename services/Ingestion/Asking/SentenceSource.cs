using LegalDocuments;
using ServiceDefaults.Dependencies;

namespace Ingestion.Asking;

/// <summary>Sentences, from Facts.</summary>
internal sealed class SentenceSource([FromKeyedServices("facts")] Dependency facts)
{
    /// <summary>The sentences of each paragraph, by its id. One paragraph after the other: sentences have ids in the order in which Facts meets them, and exhibits are labelled in that order.</summary>
    /// <param name="paragraphs">From the document's start to its end.</param>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<Sentence>>> GetAsync(
        IEnumerable<Paragraph> paragraphs,
        CancellationToken cancel
    )
    {
        var sentences = new Dictionary<Guid, IReadOnlyList<Sentence>>();
        foreach (var paragraph in paragraphs)
        {
            var reply = await facts.PostAsync<Parsed>("/facts/parse", new { ParagraphId = paragraph.Id, paragraph.Text }, cancel);
            sentences[paragraph.Id] = reply.Expected("facts").Sentences;
        }

        return sentences;
    }

    private sealed record Parsed(IReadOnlyList<Sentence> Sentences);
}
