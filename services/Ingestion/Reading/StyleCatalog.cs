using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>The styles of a document. What a style does not say, the style that it is based on says.</summary>
internal sealed class StyleCatalog
{
    private readonly Dictionary<string, W.Style> _styles;
    private readonly string? _default;

    public StyleCatalog(MainDocumentPart main)
    {
        var styles = main.StyleDefinitionsPart?.Styles?.Elements<W.Style>().Where(s => s.StyleId?.Value is not null).ToList() ?? [];
        _styles = styles.DistinctBy(s => s.StyleId!.Value!).ToDictionary(s => s.StyleId!.Value!);
        _default = styles.Find(s => s.Type?.Value == W.StyleValues.Paragraph && s.Default?.Value == true)?.StyleId?.Value;
    }

    /// <summary>The style of a paragraph: its own, or the document's default.</summary>
    public string? IdOf(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? _default;

    /// <summary>A style and those that it is based on, nearest first.</summary>
    public IEnumerable<W.Style> Chain(string? id)
    {
        var seen = new HashSet<string>();
        while (id is not null && seen.Add(id) && _styles.TryGetValue(id, out var style))
        {
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }

    /// <summary>A style's name in lower case.</summary>
    public string NameOf(string? id) => Chain(id).FirstOrDefault()?.StyleName?.Val?.Value?.ToLowerInvariant() ?? "";

    /// <summary>The first value that a style or one below it gives.</summary>
    public T? Find<T>(string? id, Func<W.Style, T?> value)
        where T : class => Chain(id).Select(value).FirstOrDefault(v => v is not null);
}
