namespace Clients.Facts;

/// <summary>A sentence of a paragraph as Facts gives it.</summary>
public sealed record Sentence(Guid Id, int StartOffset, int EndOffset, string Text);

/// <summary>A sentence as Facts stores it.</summary>
public sealed record StoredSentence(
    Guid Id,
    Guid ParagraphId,
    int StartOffset,
    int EndOffset,
    string Text,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);

/// <summary>A sentence that has an id already.</summary>
public sealed record KnownSentence(Guid Id, string Text);

/// <summary>A paragraph to parse.</summary>
public sealed record ParseRequest(string Text)
{
    public Guid ParagraphId { get; init; } = Guid.CreateVersion7();

    public IReadOnlyList<KnownSentence>? KnownSentences { get; init; }
}

/// <summary>The sentences of a paragraph.</summary>
public sealed record ParseResult(IReadOnlyList<Sentence> Sentences);
