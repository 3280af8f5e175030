using LegalDocuments;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>How a run looks: what it says itself, else its character style, else the style of its paragraph.</summary>
internal sealed class RunFormat(StyleCatalog? styles, string? paragraphStyle)
{
    /// <summary>For text whose looks do not matter.</summary>
    public static RunFormat Plain { get; } = new(null, null);

    /// <summary>The styles that a run is set in.</summary>
    public IEnumerable<FormatStyle> Of(W.Run run)
    {
        if (IsOn(run, p => p?.Bold, s => s?.Bold))
        {
            yield return FormatStyle.Bold;
        }

        if (IsOn(run, p => p?.Italic, s => s?.Italic))
        {
            yield return FormatStyle.Italic;
        }

        if ((run.RunProperties?.Underline ?? FromStyles(run, s => s?.Underline))?.Val?.Value is { } line && line != W.UnderlineValues.None)
        {
            yield return FormatStyle.Underline;
        }
    }

    /// <summary>Whether a run is hidden text.</summary>
    public bool IsHidden(W.Run run) => IsOn(run, p => p?.Vanish, s => s?.Vanish);

    private bool IsOn(W.Run run, Func<W.RunProperties?, W.OnOffType?> own, Func<W.StyleRunProperties?, W.OnOffType?> inStyle) =>
        (own(run.RunProperties) ?? FromStyles(run, inStyle)) is { } toggle && (toggle.Val?.Value ?? true);

    private T? FromStyles<T>(W.Run run, Func<W.StyleRunProperties?, T?> value)
        where T : class =>
        styles?.Find(run.RunProperties?.RunStyle?.Val?.Value, s => value(s.StyleRunProperties))
        ?? styles?.Find(paragraphStyle, s => value(s.StyleRunProperties));
}
