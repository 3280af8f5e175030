using ServiceDefaults.Http;
using ServiceDefaults.OpenApi;

namespace Facts.Sentences;

internal static class SentenceEndpoints
{
    public static void MapSentences(this IEndpointRouteBuilder app)
    {
        app.MapPost("/facts/parse", ParseAsync)
            .WithName("ParseParagraph")
            .WithDescription(
                "Cuts a paragraph into sentences and stores them. Offsets count UTF-16 code units. A sentence that is at least 80 % similar (1 − Levenshtein distance ÷ longer length) to a known one keeps its id; the best matches go first, and each known one is used once. No two may have one id, and together they may not be longer than a paragraph."
            )
            .Produces<ParseResult>()
            .Problems(400)
            .Example(
                """{"paragraph_id": "0198c0de-0000-7000-8000-000000000001", "text": "Dr. Smith works at 123 Main St. He lives nearby."}"""
            )
            .LeadsTo("GetSentence", [("id", "$response.body#/sentences/0/id")]);
        app.MapGet("/facts/sentences/{id:guid}", FindAsync).WithName("GetSentence").Produces<StoredSentence>().Problems(404);
    }

    private static async Task<IResult> ParseAsync(ParseRequest request, SentenceStore store, CancellationToken cancel)
    {
        var known = request.KnownSentences ?? [];
        Check(known);
        var spans = SentenceSplitter.Split(request.Text);
        var texts = spans.ConvertAll(span => span.Of(request.Text));
        var ids = SentenceIds.Assign(texts, known, cancel);
        var sentences = spans.Select((span, i) => new Sentence(ids[i], span.Start, span.End, texts[i])).ToList();
        await store.SaveAsync(request.ParagraphId, sentences, cancel);
        return Results.Ok(new ParseResult(sentences));
    }

    /// <exception cref="ApiException">400: they cannot be the sentences of one paragraph.</exception>
    private static void Check(IReadOnlyList<KnownSentence> known)
    {
        if (known.DistinctBy(k => k.Id).Count() != known.Count)
        {
            throw ApiException.BadField("known_sentences", "must not hold an id twice");
        }

        if (known.Sum(k => k.Text.Length) > ParseRequest.MaxText)
        {
            throw ApiException.BadField(
                "known_sentences",
                $"must not hold more text than a paragraph, {ParseRequest.MaxText:N0} characters"
            );
        }
    }

    private static async Task<IResult> FindAsync(Guid id, SentenceStore store, CancellationToken cancel) =>
        Results.Ok(await store.FindAsync(id, cancel) ?? throw ApiException.NotFound("sentence", id));
}
