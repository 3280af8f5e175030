using LegalDocuments;

namespace Ingestion.Reading;

/// <summary>A document as it was read: its paragraphs in order, and what the file says of itself.</summary>
/// <param name="Blocks">Every paragraph with text.</param>
/// <param name="Marks">The values that content controls mark, by tag.</param>
/// <param name="Title">The title in the file's properties.</param>
/// <param name="Category">The category in the file's properties.</param>
/// <param name="Created">When the file says it was created.</param>
/// <param name="Modified">When the file says it was changed.</param>
internal sealed record DocxText(
    IReadOnlyList<TextBlock> Blocks,
    ILookup<string, string> Marks,
    string? Title,
    string? Category,
    DateTimeOffset? Created,
    DateTimeOffset? Modified
);

/// <summary>A paragraph with text.</summary>
/// <param name="Text">Its text, as it stands.</param>
/// <param name="Spans">Where it is bold, italic or underlined.</param>
/// <param name="StyleId">The id of its style.</param>
/// <param name="StyleName">The name of its style, in lower case: the same in every language that Word speaks.</param>
/// <param name="OutlineLevel">The level of the heading that its style or its own properties make it (1–9).</param>
/// <param name="Number">Its place in a numbered list.</param>
/// <param name="IsBold">Whether all of its text is bold.</param>
/// <param name="IsCentred">Whether it is centred.</param>
/// <param name="Cell">The cell of a table that it stands in.</param>
internal sealed record TextBlock(
    string Text,
    IReadOnlyList<FormatSpan> Spans,
    string StyleId,
    string StyleName,
    int? OutlineLevel,
    ListNumber? Number,
    bool IsBold,
    bool IsCentred,
    TableCell? Cell
)
{
    /// <summary>Whether it has capitals and no small letters.</summary>
    public bool IsUpperCase => Text.Any(char.IsUpper) && !Text.Any(char.IsLower);
}

/// <summary>A place in a numbered list.</summary>
/// <param name="ListId">The list.</param>
/// <param name="Level">From 1.</param>
/// <param name="Label">The number as a reader sees it, without what surrounds it; null for a bullet.</param>
internal sealed record ListNumber(int ListId, int Level, string? Label);

/// <summary>A cell of a table.</summary>
/// <param name="Row">The row, counted through the document.</param>
/// <param name="Column">The cell in its row.</param>
internal sealed record TableCell(int Row, int Column);
