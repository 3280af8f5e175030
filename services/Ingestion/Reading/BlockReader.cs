using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>The paragraphs of a document in reading order: text, tables row by row, text boxes and footnotes where they are anchored.</summary>
internal sealed class BlockReader
{
    private const string TableOfContents = "toc ";

    private readonly StyleCatalog _styles;
    private readonly NumberingCatalog _numbering;
    private readonly Dictionary<long, W.Footnote> _footnotes;
    private int _rows;

    public BlockReader(MainDocumentPart main)
    {
        _styles = new StyleCatalog(main);
        _numbering = new NumberingCatalog(main, _styles);
        _footnotes =
            main.FootnotesPart?.Footnotes?.Elements<W.Footnote>()
                .Where(f => f.Id?.Value is not null)
                .DistinctBy(f => f.Id!.Value)
                .ToDictionary(f => f.Id!.Value)
            ?? [];
    }

    /// <summary>Every paragraph with text below an element.</summary>
    public IEnumerable<TextBlock> Read(OpenXmlElement container, TableCell? cell = null) =>
        container.ChildElements.SelectMany(child =>
            child switch
            {
                W.Paragraph paragraph => ReadParagraph(paragraph, cell),
                W.TableRow row => Read(row, new TableCell(++_rows, 0)),
                W.TableCell inRow => Read(inRow, new TableCell(cell?.Row ?? 0, inRow.ElementsBefore().Count())),
                // What was deleted or moved away is no part of the text; the rest may hold paragraphs: rows, cells, content controls, insertions.
                W.DeletedRun or W.MoveFromRun or W.SectionProperties or AlternateContentFallback => [],
                OpenXmlCompositeElement composite => Read(composite, cell),
                _ => [],
            }
        );

    private IEnumerable<TextBlock> ReadParagraph(W.Paragraph paragraph, TableCell? cell)
    {
        var style = _styles.IdOf(paragraph);
        var name = _styles.NameOf(style);
        // Counted even when it is blank or left out: Word counts it too.
        var number = _numbering.NumberOf(paragraph);
        if (name.StartsWith(TableOfContents, StringComparison.Ordinal))
        {
            yield break;
        }

        var reader = new ParagraphReader(new RunFormat(_styles, style));
        var text = reader.Read(paragraph);
        if (text.ToString() is var words && !string.IsNullOrWhiteSpace(words))
        {
            yield return new TextBlock(
                words,
                text.Spans(),
                style ?? "",
                name,
                Outline.LevelOf(paragraph, _styles),
                number,
                text.IsBold,
                IsCentred(paragraph, style),
                cell
            );
        }

        foreach (var anchored in TextBoxes(paragraph).Concat(reader.Footnotes.SelectMany(Footnote)))
        {
            foreach (var block in Read(anchored, cell))
            {
                yield return block;
            }
        }
    }

    /// <summary>A footnote, once: a footnote that refers to itself must not be followed for ever.</summary>
    private IEnumerable<OpenXmlElement> Footnote(long id) => _footnotes.Remove(id, out var footnote) ? [footnote] : [];

    /// <summary>Text boxes of this paragraph itself; Word writes each twice, the second time for versions before 2010.</summary>
    private static IEnumerable<OpenXmlElement> TextBoxes(W.Paragraph paragraph) =>
        paragraph
            .Descendants<W.TextBoxContent>()
            .Where(box => box.Ancestors<W.Paragraph>().First() == paragraph && !box.Ancestors<AlternateContentFallback>().Any());

    private bool IsCentred(W.Paragraph paragraph, string? style) =>
        (paragraph.ParagraphProperties?.Justification ?? _styles.Find(style, s => s.StyleParagraphProperties?.Justification))?.Val?.Value
        == W.JustificationValues.Center;
}
