using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>The level of a heading. Style ids differ from language to language; the name "heading 1" and outline levels do not.</summary>
internal static class Outline
{
    private const string HeadingName = "heading ";
    private const int BodyText = 9;

    /// <summary>From 1 to 9, or null for what is no heading.</summary>
    public static int? LevelOf(W.Paragraph paragraph, StyleCatalog styles)
    {
        if (paragraph.ParagraphProperties?.OutlineLevel?.Val?.Value is { } own)
        {
            return Level(own);
        }

        return styles.Chain(styles.IdOf(paragraph)).Select(LevelOf).FirstOrDefault(level => level is not null);
    }

    private static int? LevelOf(W.Style style) =>
        style.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level ? Level(level) : FromName(style.StyleName?.Val?.Value ?? "");

    /// <summary>Word counts from 0, and 9 is the level of text.</summary>
    private static int? Level(int value) => value is >= 0 and < BodyText ? value + 1 : null;

    private static int? FromName(string name) =>
        name.StartsWith(HeadingName, StringComparison.OrdinalIgnoreCase)
        && int.TryParse(name[HeadingName.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var level)
        && level is >= 1 and <= BodyText
            ? level
            : null;
}
