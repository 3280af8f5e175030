using DocumentFormat.OpenXml;
using M = DocumentFormat.OpenXml.Math;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>The text of a paragraph as a reader sees it: without what is deleted, moved away or hidden, without the codes of fields.</summary>
internal sealed class ParagraphReader(RunFormat format)
{
    private readonly FormattedText _text = new();

    /// <summary>Ids of the footnotes that the paragraph refers to.</summary>
    public List<long> Footnotes { get; } = [];

    /// <summary>Reads a paragraph.</summary>
    public FormattedText Read(OpenXmlElement paragraph)
    {
        foreach (var child in paragraph.ChildElements)
        {
            ReadInline(child);
        }

        return _text;
    }

    private void ReadInline(OpenXmlElement element)
    {
        switch (element)
        {
            case W.Run run when !format.IsHidden(run):
                ReadRun(run);
                break;
            case M.Text math:
                _text.Append(math.Text, []);
                break;
            case W.Run or W.DeletedRun or W.MoveFromRun or W.ParagraphProperties:
                break;
            default:
                Read(element);
                break;
        }
    }

    private void ReadRun(W.Run run)
    {
        var styles = format.Of(run).ToList();
        foreach (var child in run.ChildElements)
        {
            _text.Append(Characters(child), styles);
            if (child is W.FootnoteReference { Id.Value: var id })
            {
                Footnotes.Add(id);
            }
        }
    }

    private static string Characters(OpenXmlElement child) =>
        child switch
        {
            W.Text text => text.Text,
            W.TabChar or W.PositionalTab => "\t",
            W.Break @break when @break.Type is null || @break.Type.Value == W.BreakValues.TextWrapping => "\n",
            W.CarriageReturn => "\n",
            W.NoBreakHyphen => "\u2011",
            _ => "",
        };
}
