using LegalDocuments;
using LegalDocuments.Docx;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Export.Writing;

/// <summary>Paragraphs in a style.</summary>
internal static class Paragraphs
{
    /// <summary>A paragraph of plain text.</summary>
    public static W.Paragraph Styled(string style, string text) => new(Properties(style), Runs.Of(text));

    /// <summary>A paragraph that starts a page.</summary>
    public static W.Paragraph OnNewPage(string style, string text)
    {
        var properties = Properties(style);
        properties.PageBreakBefore = new W.PageBreakBefore();
        return new W.Paragraph(properties, Runs.Of(text));
    }

    /// <summary>A paragraph of the document's text.</summary>
    public static W.Paragraph Body(Paragraph paragraph)
    {
        var result = new W.Paragraph(Properties(StyleIds.BodyText));
        result.Append(Runs.Of(paragraph.Text, paragraph.FormatSpans));
        return result;
    }

    private static W.ParagraphProperties Properties(string style) => new() { ParagraphStyleId = new W.ParagraphStyleId { Val = style } };
}
