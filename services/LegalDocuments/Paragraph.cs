using System.ComponentModel.DataAnnotations;

namespace LegalDocuments;

/// <summary>A paragraph.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its text; a line feed is a line break within it.</param>
/// <param name="Sentences">Its sentences in order: they never overlap and together cover all text but white space.</param>
/// <param name="FormatSpans">Where the text is bold, italic or underlined.</param>
public sealed record Paragraph(
    Guid Id,
    [property: MaxLength(DocumentLimits.Text)] string Text,
    [property: MaxLength(DocumentLimits.Pieces)] IReadOnlyList<Sentence> Sentences,
    [property: MaxLength(DocumentLimits.Pieces)] IReadOnlyList<FormatSpan> FormatSpans
);

/// <summary>A sentence: <c>paragraph.text[start_offset..end_offset] == text</c>.</summary>
/// <param name="Id">Its id, kept by Facts while the text changes little.</param>
/// <param name="StartOffset">Where it starts, in UTF-16 code units.</param>
/// <param name="EndOffset">Where it ends, exclusive.</param>
/// <param name="Text">Its text.</param>
public sealed record Sentence(
    Guid Id,
    [property: Range(0, DocumentLimits.Text)] int StartOffset,
    [property: Range(0, DocumentLimits.Text)] int EndOffset,
    [property: MaxLength(DocumentLimits.Text)] string Text
);

/// <summary>A stretch of a paragraph's text that is set apart.</summary>
/// <param name="StartOffset">Where it starts, in UTF-16 code units.</param>
/// <param name="EndOffset">Where it ends, exclusive.</param>
/// <param name="Style">How it looks.</param>
public sealed record FormatSpan(
    [property: Range(0, DocumentLimits.Text)] int StartOffset,
    [property: Range(0, DocumentLimits.Text)] int EndOffset,
    FormatStyle Style
);

/// <summary>How a stretch of text is set apart.</summary>
public enum FormatStyle
{
    /// <summary>Heavy.</summary>
    Bold,

    /// <summary>Slanted, as case names are.</summary>
    Italic,

    /// <summary>With a line below.</summary>
    Underline,
}
