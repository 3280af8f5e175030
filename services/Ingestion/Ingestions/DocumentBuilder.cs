using Ingestion.Asking;
using Ingestion.Parties;
using Ingestion.Reading;
using Ingestion.Sectioning;
using LegalDocuments;
using ServiceDefaults.Http;

namespace Ingestion.Ingestions;

/// <summary>Makes a LegalDocument of a text: caption and signature block are taken out first, what is left is divided into sections.</summary>
internal sealed class DocumentBuilder(PartySource parties, SentenceSource sentences, CitationSource citations)
{
    /// <summary>Builds the document.</summary>
    /// <exception cref="ApiException">422: it is larger than a LegalDocument may be.</exception>
    public async Task<LegalDocument> BuildAsync(Guid id, string fileName, DocxText text, CancellationToken cancel)
    {
        var (top, end) = (CaptionPart.Candidates(text.Blocks), SignaturePart.Candidates(text.Blocks));
        var (askCaption, askSignature) = (parties.CaptionAsync(top, cancel), parties.SignatureAsync(end, cancel));
        await Task.WhenAll(askCaption, askSignature);
        var caption = MarkedParties.Caption(text.Marks) is { } marked
            ? marked with
            {
                Confidence = (await askCaption)?.Confidence,
            }
            : await askCaption;
        var signature = MarkedParties.Signature(text.Marks) ?? await askSignature;

        var taken = (caption is null ? [] : CaptionPart.Of(top, caption))
            .Concat(signature is null ? [] : SignaturePart.Of(end, signature))
            .ToHashSet(ReferenceEqualityComparer.Instance);
        var rest = text.Blocks.Where(b => !taken.Contains(b)).ToList();
        var title = DocumentTitle.Find(rest);
        var body = new DocumentBody(SectionTree.Build([.. rest.Where(b => !ReferenceEquals(b, title))]));
        CheckSize(body);
        return Checked(
            await ReadTextAsync(Meta(id, fileName, text, title), body, cancel) with
            {
                Caseblock = caption,
                SignatureBlock = signature,
            }
        );
    }

    private async Task<LegalDocument> ReadTextAsync(DocumentMeta meta, DocumentBody body, CancellationToken cancel)
    {
        var paragraphs = body.AllSections().SelectMany(s => s.Paragraphs).ToList();
        var (askSentences, askCitations) = (sentences.GetAsync(paragraphs, cancel), citations.GetAsync(paragraphs, cancel));
        await Task.WhenAll(askSentences, askCitations);
        var found = await askSentences;
        return new LegalDocument(meta, new DocumentBody([.. body.Sections.Select(s => WithSentences(s, found))]), await askCitations);
    }

    private static Section WithSentences(Section section, IReadOnlyDictionary<Guid, IReadOnlyList<Sentence>> sentences) =>
        section with
        {
            Paragraphs = [.. section.Paragraphs.Select(p => p with { Sentences = sentences[p.Id] })],
            Children = [.. section.Children.Select(c => WithSentences(c, sentences))],
        };

    private static DocumentMeta Meta(Guid id, string fileName, DocxText text, TextBlock? titleBlock)
    {
        var title = titleBlock?.Text ?? DocumentTitle.Fallback(text.Title, fileName);
        var created = text.Created ?? DateTimeOffset.UtcNow;
        return new DocumentMeta(id, title, DocumentTitle.TypeOf(text.Category, title), created, text.Modified ?? created, fileName);
    }

    private static void CheckSize(DocumentBody body)
    {
        var paragraphs = body.AllSections().SelectMany(s => s.Paragraphs).ToList();
        if (paragraphs.Count > DocumentLimits.Items || body.AllSections().Count() > DocumentLimits.Items)
        {
            throw ApiException.Unprocessable($"The document is too large: it has more than {DocumentLimits.Items} sections or paragraphs.");
        }

        if (paragraphs.Any(p => p.Text.Length > DocumentLimits.Text))
        {
            throw ApiException.Unprocessable($"The document has a paragraph of more than {DocumentLimits.Text} characters.");
        }
    }

    /// <summary>A caption may have been edited into something that no LegalDocument holds.</summary>
    private static LegalDocument Checked(LegalDocument document) =>
        RequestValidation.Errors(document) is { Count: > 0 } errors
            ? throw ApiException.Unprocessable(
                $"The document does not fit a LegalDocument: {string.Join("; ", errors.Take(3).Select(e => $"{e.Key} {string.Join(", ", e.Value)}"))}."
            )
            : document;
}
