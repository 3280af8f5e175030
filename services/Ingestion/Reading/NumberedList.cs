using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ingestion.Reading;

/// <summary>A list as it counts: paragraphs that name different instances of one definition go on counting together (ECMA-376, 17.9).</summary>
internal sealed class NumberedList(W.AbstractNum definition)
{
    private const int Levels = 9;

    private readonly Dictionary<int, W.Level> _levels = definition
        .Elements<W.Level>()
        .Where(l => l.LevelIndex?.Value is >= 0 and < Levels)
        .DistinctBy(l => l.LevelIndex!.Value)
        .ToDictionary(l => l.LevelIndex!.Value);

    private readonly int?[] _counts = new int?[Levels];

    /// <summary>The level that a style is tied to, from 0.</summary>
    public int? LevelOf(string? styleId) =>
        styleId is null
            ? null
            : _levels.Where(l => l.Value.ParagraphStyleIdInLevel?.Val?.Value == styleId).Select(l => (int?)l.Key).FirstOrDefault();

    /// <summary>Starts a level anew, as an instance of the list may ask for.</summary>
    public void Restart(int level, int at) => _counts[level] = at - 1;

    /// <summary>Counts one further at a level, and starts the deeper ones anew.</summary>
    /// <returns>The number as a reader sees it, or null for a bullet.</returns>
    public string? Next(int level)
    {
        _counts[level] = (_counts[level] ?? Start(level) - 1) + 1;
        Array.Fill(_counts, null, level + 1, Levels - level - 1);
        var label = Label(level).Trim(' ', '.', ')', '(', ':', '\t', '\u00a0');
        return label.Length == 0 ? null : label;
    }

    private int Start(int level) => _levels.GetValueOrDefault(level)?.StartNumberingValue?.Val?.Value ?? 1;

    private string Label(int level)
    {
        var format = Format(level);
        var text = _levels.GetValueOrDefault(level)?.LevelText?.Val?.Value;
        if (text is null || format == W.NumberFormatValues.Bullet)
        {
            return "";
        }

        for (var i = 0; i <= level; i++)
        {
            text = text.Replace($"%{i + 1}", NumberFormats.Write(_counts[i] ?? Start(i), Format(i)));
        }

        return text;
    }

    private W.NumberFormatValues Format(int level) =>
        _levels.GetValueOrDefault(level)?.NumberingFormat?.Val?.Value ?? W.NumberFormatValues.Decimal;
}
