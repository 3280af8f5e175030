using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Export.Writing;

/// <summary>A line around one value: the value stands in a content control, so that a reader of the file knows exactly what it is.</summary>
/// <param name="Before">What stands before it.</param>
/// <param name="Tag">What the value is; one of <see cref="LegalDocuments.Docx.ContentTags"/>. Without one the line is plain text.</param>
/// <param name="Value">The value.</param>
/// <param name="After">What stands after it.</param>
internal sealed record MarkedLine(string Before, string? Tag = null, string Value = "", string After = "")
{
    /// <summary>The line as a paragraph.</summary>
    public W.Paragraph InStyle(string style)
    {
        var paragraph = Paragraphs.Styled(style, Before);
        if (Tag is not null)
        {
            paragraph.Append(Control(Tag, Value), Runs.Of(After));
        }

        return paragraph;
    }

    private static W.SdtRun Control(string tag, string value) =>
        new(new W.SdtProperties(new W.Tag { Val = tag }), new W.SdtContentRun(Runs.Of(value)));
}
