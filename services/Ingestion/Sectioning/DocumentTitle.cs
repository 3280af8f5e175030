using Ingestion.Reading;
using LegalDocuments;
using LegalDocuments.Docx;

namespace Ingestion.Sectioning;

/// <summary>A document's title: the paragraph in the style "Title", else a centred bold first line, else what the file says of itself.</summary>
internal static class DocumentTitle
{
    private static readonly string[] Kinds =
    [
        "petition",
        "complaint",
        "motion",
        "answer",
        "brief",
        "response",
        "reply",
        "notice",
        "affidavit",
        "order",
        "judgment",
    ];

    /// <summary>The paragraph that is the title, if one is.</summary>
    public static TextBlock? Find(IReadOnlyList<TextBlock> blocks) =>
        blocks.FirstOrDefault(b => IsTitle(b) && b.Text.Length <= DocumentLimits.Title)
        ?? (
            blocks is [{ IsCentred: true, IsBold: true, OutlineLevel: null, Number: null } first, ..] && TitleLike.Is(first.Text)
                ? first
                : null
        );

    /// <summary>The title where no paragraph is one.</summary>
    public static string Fallback(string? property, string fileName) =>
        property?.Trim() is { Length: > 0 and <= DocumentLimits.Title } title ? title
        : Path.GetFileNameWithoutExtension(fileName) is { Length: > 0 } stem ? stem
        : "Untitled";

    /// <summary>The kind of document: what Export wrote down, else the first kind that the title names.</summary>
    public static string TypeOf(string? category, string title) =>
        category?.Trim() is { Length: > 0 and <= DocumentLimits.Word } type
            ? type
            : Kinds.FirstOrDefault(kind => title.Contains(kind, StringComparison.OrdinalIgnoreCase)) ?? "document";

    private static bool IsTitle(TextBlock block) => block.StyleName == "title" || block.StyleId == StyleIds.Title;
}
