using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Clients.Docx;

/// <summary>Writes DOCX files as different people and programs write them.</summary>
public sealed class DocxBuilder
{
    private readonly W.Body _body = new();
    private readonly W.Styles _styles = new();
    private readonly W.Numbering _numbering = new();
    private readonly W.Footnotes _footnotes = new();
    private string? _title;

    /// <summary>Writes a title into the file's properties.</summary>
    public DocxBuilder WithTitleProperty(string title)
    {
        _title = title;
        return this;
    }

    /// <summary>Adds a paragraph style.</summary>
    /// <param name="id">Its id, in whatever language.</param>
    /// <param name="name">Its name.</param>
    /// <param name="basedOn">The id of the style that it is based on.</param>
    /// <param name="properties">What it sets: paragraph and run properties.</param>
    public DocxBuilder Style(string id, string name, string? basedOn = null, params OpenXmlElement[] properties)
    {
        var style = new W.Style(new W.StyleName { Val = name }) { Type = W.StyleValues.Paragraph, StyleId = id };
        if (basedOn is not null)
        {
            style.Append(new W.BasedOn { Val = basedOn });
        }

        style.Append(properties);
        _styles.Append(style);
        return this;
    }

    /// <summary>Adds Word's own headings 1 to 3.</summary>
    public DocxBuilder HeadingStyles() => Style("Heading1", "heading 1").Style("Heading2", "heading 2").Style("Heading3", "heading 3");

    /// <summary>Adds a numbered list.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="levels">The format and the text of each level.</param>
    public DocxBuilder List(int id, params (W.NumberFormatValues Format, string Text)[] levels)
    {
        var list = new W.AbstractNum { AbstractNumberId = id };
        list.Append(
            levels.Select(
                (level, index) =>
                    new W.Level(
                        new W.StartNumberingValue { Val = 1 },
                        new W.NumberingFormat { Val = level.Format },
                        new W.LevelText { Val = level.Text }
                    )
                    {
                        LevelIndex = index,
                    }
            )
        );
        // The schema wants all definitions before all instances.
        _numbering.PrependChild(list);
        return ListInstance(id, id);
    }

    /// <summary>Adds another instance of a list, which may start anew.</summary>
    public DocxBuilder ListInstance(int id, int list, int? startAt = null)
    {
        var instance = new W.NumberingInstance(new W.AbstractNumId { Val = list }) { NumberID = id };
        if (startAt is not null)
        {
            instance.Append(new W.LevelOverride(new W.StartOverrideNumberingValue { Val = startAt }) { LevelIndex = 0 });
        }

        _numbering.Append(instance);
        return this;
    }

    /// <summary>Adds a footnote; refer to it with <see cref="W.FootnoteReference"/>.</summary>
    public DocxBuilder Footnote(int id, string text)
    {
        _footnotes.Append(new W.Footnote(P.Text(text)) { Id = id });
        return this;
    }

    /// <summary>Adds paragraphs or tables.</summary>
    public DocxBuilder Add(params OpenXmlElement[] elements)
    {
        _body.Append(elements);
        return this;
    }

    /// <summary>Adds paragraphs of plain text.</summary>
    public DocxBuilder Text(params string[] paragraphs) => Add([.. paragraphs.Select(text => P.Text(text))]);

    /// <summary>Adds headings in the style <c>Heading1</c>, each with a paragraph below it.</summary>
    public DocxBuilder Heading(int level, string title) => Add(P.Styled($"Heading{level}", title));

    /// <summary>The file.</summary>
    public byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = _title;
            var main = file.AddMainDocumentPart();
            main.Document = new W.Document(_body);
            main.AddNewPart<StyleDefinitionsPart>().Styles = _styles;
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = _numbering;
            main.AddNewPart<FootnotesPart>().Footnotes = _footnotes;
        }

        return stream.ToArray();
    }
}
