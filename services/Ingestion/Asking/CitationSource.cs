using LegalDocuments;
using ServiceDefaults.Dependencies;

namespace Ingestion.Asking;

/// <summary>Citations, from Caselaw: many paragraphs in one question.</summary>
internal sealed class CitationSource([FromKeyedServices("caselaw")] Dependency caselaw)
{
    /// <summary>The longest text that Caselaw takes.</summary>
    private const int LongestText = 200_000;

    /// <summary>Between paragraphs. U+FFFC is neither a letter nor white space, so that no citation reaches from one into the next.</summary>
    private const string Separator = "\n\uFFFC\n";

    /// <summary>The citations in the order of the text.</summary>
    public async Task<IReadOnlyList<Citation>> GetAsync(IReadOnlyList<Paragraph> paragraphs, CancellationToken cancel)
    {
        var found = new List<Citation>();
        foreach (var batch in Batches(paragraphs))
        {
            var text = string.Join(Separator, batch.Select(p => p.Text));
            var reply = await caselaw.PostAsync<Detected>("/citations/detect", new { Text = text }, cancel);
            found.AddRange(Placed(batch, reply.Expected("caselaw").Citations));
        }

        return found;
    }

    private static IEnumerable<List<Paragraph>> Batches(IReadOnlyList<Paragraph> paragraphs)
    {
        var (batch, length) = (new List<Paragraph>(), 0);
        foreach (var paragraph in paragraphs)
        {
            if (batch.Count > 0 && length + paragraph.Text.Length > LongestText)
            {
                yield return batch;
                (batch, length) = ([], 0);
            }

            batch.Add(paragraph);
            length += paragraph.Text.Length + Separator.Length;
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    /// <summary>Gives each citation its place in its paragraph.</summary>
    private static IEnumerable<Citation> Placed(List<Paragraph> batch, IReadOnlyList<FoundCitation> citations)
    {
        var (index, start) = (0, 0);
        foreach (var citation in citations.OrderBy(c => c.Start))
        {
            while (citation.Start >= start + batch[index].Text.Length + Separator.Length)
            {
                start += batch[index++].Text.Length + Separator.Length;
            }

            yield return new Citation(
                batch[index].Id,
                citation.Text,
                citation.Start - start,
                citation.End - start,
                citation.Type,
                citation.Components
            );
        }
    }

    private sealed record Detected(IReadOnlyList<FoundCitation> Citations);

    private sealed record FoundCitation(string Text, int Start, int End, CitationType Type, CitationComponents Components);
}
