using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Clients.Docx;

/// <summary>A DOCX opened again with the Open XML SDK, to look at what is really in it.</summary>
public sealed class OpenedDocx : IDisposable
{
    private readonly WordprocessingDocument _file;

    public OpenedDocx(byte[] bytes) => _file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    public MainDocumentPart Main => _file.MainDocumentPart!;

    public W.Body Body => Main.Document!.Body!;

    public W.Styles Styles => Main.StyleDefinitionsPart!.Styles!;

    /// <summary>What the SDK's own validator finds, one line each; empty when the file is sound.</summary>
    public IReadOnlyList<string> Faults =>
        [
            .. new OpenXmlValidator(FileFormatVersions.Office2019)
                .Validate(_file)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"),
        ];

    /// <summary>The texts of the paragraphs in a style.</summary>
    public IReadOnlyList<string> Texts(string style) => [.. Paragraphs(style).Select(p => p.InnerText)];

    /// <summary>The paragraphs in a style.</summary>
    public IEnumerable<W.Paragraph> Paragraphs(string style) =>
        Body.Descendants<W.Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style);

    /// <summary>A style.</summary>
    public W.Style Style(string id) => Styles.Elements<W.Style>().Single(s => s.StyleId == id);

    /// <summary>The text that a list shows at a level of the headings' numbering, such as <c>%1.</c>.</summary>
    public (W.NumberFormatValues Format, string Text) HeadingNumber(int level)
    {
        var numbering = Main.NumberingDefinitionsPart!.Numbering!;
        var id = Style($"Heading{level}").StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value;
        var list = numbering.Elements<W.NumberingInstance>().Single(n => n.NumberID! == id).AbstractNumId!.Val!.Value;
        var tied = numbering
            .Elements<W.AbstractNum>()
            .Single(a => a.AbstractNumberId! == list)
            .Elements<W.Level>()
            .Single(l => l.ParagraphStyleIdInLevel?.Val?.Value == $"Heading{level}");
        return (tied.NumberingFormat!.Val!.Value, tied.LevelText!.Val!.Value!);
    }

    public void Dispose() => _file.Dispose();
}
