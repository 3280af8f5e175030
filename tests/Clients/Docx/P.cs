using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Clients.Docx;

/// <summary>Paragraphs, and what stands in them.</summary>
public static class P
{
    /// <summary>Plain text.</summary>
    public static W.Paragraph Text(string text) => Of(Run(text));

    /// <summary>Runs and other content of a paragraph.</summary>
    public static W.Paragraph Of(params OpenXmlElement[] content) => new(content);

    /// <summary>Text in a style.</summary>
    public static W.Paragraph Styled(string style, string text) => With(Text(text), new W.ParagraphStyleId { Val = style });

    /// <summary>Bold text.</summary>
    public static W.Paragraph Bold(string text) => Of(Run(text, new W.Bold()));

    /// <summary>Bold text, centred.</summary>
    public static W.Paragraph Centred(string text) => With(Bold(text), new W.Justification { Val = W.JustificationValues.Center });

    /// <summary>Text in a list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="level">From 0, as Word counts.</param>
    /// <param name="text">The text.</param>
    public static W.Paragraph Numbered(int list, int level, string text) =>
        With(Text(text), new W.NumberingProperties(new W.NumberingLevelReference { Val = level }, new W.NumberingId { Val = list }));

    /// <summary>A numbered heading, in the style of its level.</summary>
    /// <param name="list">The list; 0 is none.</param>
    /// <param name="level">From 0, as Word counts.</param>
    /// <param name="title">Its text.</param>
    public static W.Paragraph Heading(int list, int level, string title)
    {
        var heading = Numbered(list, level, title);
        heading.ParagraphProperties!.PrependChild(new W.ParagraphStyleId { Val = $"Heading{level + 1}" });
        return heading;
    }

    /// <summary>A paragraph with a property.</summary>
    public static W.Paragraph With(W.Paragraph paragraph, OpenXmlElement property)
    {
        paragraph.ParagraphProperties ??= new W.ParagraphProperties();
        paragraph.ParagraphProperties.Append(property);
        return paragraph;
    }

    /// <summary>A run.</summary>
    public static W.Run Run(string text, params OpenXmlElement[] properties)
    {
        var run = new W.Run(new W.Text(text) { Space = SpaceProcessingModeValues.Preserve });
        if (properties.Length > 0)
        {
            run.PrependChild(new W.RunProperties(properties));
        }

        return run;
    }

    /// <summary>A table.</summary>
    public static W.Table Table(params string[][] rows) =>
        new(rows.Select(row => new W.TableRow(row.Select(cell => new W.TableCell(Text(cell))))));
}
