using System.ComponentModel.DataAnnotations;
using ServiceDefaults.Http;

namespace Facts.Sentences;

/// <summary>Asks for the sentences of a paragraph.</summary>
/// <param name="ParagraphId">The paragraph.</param>
/// <param name="Text">Its text.</param>
/// <param name="KnownSentences">The sentences it had before; the new ones that are like them keep their ids.</param>
public sealed record ParseRequest(
    Guid ParagraphId,
    [property: MaxLength(ParseRequest.MaxText)] string Text,
    [property: MaxLength(500)] IReadOnlyList<KnownSentence>? KnownSentences = null
) : IRequestBody
{
    /// <summary>The longest paragraph, in UTF-16 code units.</summary>
    public const int MaxText = 50_000;
}

/// <summary>A sentence that has an id already.</summary>
public sealed record KnownSentence(Guid Id, [property: MaxLength(ParseRequest.MaxText)] string Text);

/// <summary>The sentences of a paragraph, in order.</summary>
public sealed record ParseResult(IReadOnlyList<Sentence> Sentences);

/// <summary>A sentence of a paragraph: <c>paragraph.text[start_offset..end_offset] == text</c>.</summary>
/// <param name="Id">Stays while the text stays at least 80 % similar.</param>
/// <param name="StartOffset">Of its first UTF-16 code unit in the paragraph.</param>
/// <param name="EndOffset">Behind its last UTF-16 code unit.</param>
/// <param name="Text">The sentence, without white space around it.</param>
public sealed record Sentence(
    Guid Id,
    [property: Range(0, int.MaxValue)] int StartOffset,
    [property: Range(1, int.MaxValue)] int EndOffset,
    [property: MinLength(1)] string Text
);

/// <summary>A sentence as it is stored.</summary>
/// <inheritdoc cref="Sentence" />
public sealed record StoredSentence(
    Guid Id,
    Guid ParagraphId,
    [property: Range(0, int.MaxValue)] int StartOffset,
    [property: Range(1, int.MaxValue)] int EndOffset,
    [property: MinLength(1)] string Text,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt
);
