using DocumentFormat.OpenXml.Packaging;
using LegalDocuments;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>The numbered lists of a document. Ask for its paragraphs in order: it counts.</summary>
internal sealed class NumberingCatalog
{
    private readonly StyleCatalog _styles;
    private readonly Dictionary<int, NumberedList> _lists;
    private readonly Dictionary<int, W.NumberingInstance> _instances;
    private readonly HashSet<int> _started = [];

    public NumberingCatalog(MainDocumentPart main, StyleCatalog styles)
    {
        _styles = styles;
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        _lists =
            numbering
                ?.Elements<W.AbstractNum>()
                .Where(a => a.AbstractNumberId?.Value is not null)
                .DistinctBy(a => a.AbstractNumberId!.Value)
                .ToDictionary(a => a.AbstractNumberId!.Value, a => new NumberedList(a))
            ?? [];
        _instances =
            numbering
                ?.Elements<W.NumberingInstance>()
                .Where(n => n.NumberID?.Value is not null)
                .DistinctBy(n => n.NumberID!.Value)
                .ToDictionary(n => n.NumberID!.Value)
            ?? [];
    }

    /// <summary>The place of a paragraph in its list, or null when it is in none.</summary>
    public ListNumber? NumberOf(W.Paragraph paragraph)
    {
        var style = _styles.IdOf(paragraph);
        var own = paragraph.ParagraphProperties?.NumberingProperties;
        var inherited = _styles.Find(style, s => s.StyleParagraphProperties?.NumberingProperties);
        // An instance of 0 takes a paragraph out of the list of its style.
        if ((own?.NumberingId ?? inherited?.NumberingId)?.Val?.Value is not { } id || id == 0 || ListOf(id) is not { } list)
        {
            return null;
        }

        var level = own?.NumberingLevelReference?.Val?.Value ?? list.LevelOf(style) ?? inherited?.NumberingLevelReference?.Val?.Value ?? 0;
        return level is < 0 or >= DocumentLimits.Levels ? null : new ListNumber(id, level + 1, list.Next(level));
    }

    private NumberedList? ListOf(int id)
    {
        if (!_instances.TryGetValue(id, out var instance) || !_lists.TryGetValue(instance.AbstractNumId?.Val?.Value ?? -1, out var list))
        {
            return null;
        }

        if (_started.Add(id))
        {
            Restart(instance, list);
        }

        return list;
    }

    private static void Restart(W.NumberingInstance instance, NumberedList list)
    {
        foreach (var level in instance.Elements<W.LevelOverride>())
        {
            if (level.LevelIndex?.Value is >= 0 and < DocumentLimits.Levels && level.StartOverrideNumberingValue?.Val?.Value is { } start)
            {
                list.Restart(level.LevelIndex.Value, start);
            }
        }
    }
}
