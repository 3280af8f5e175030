using System.Text;
using LegalDocuments;

namespace Ingestion.Reading;

/// <summary>Text that is put together piece by piece, with the spans in which it is set apart.</summary>
internal sealed class FormattedText
{
    private readonly StringBuilder _text = new();
    private readonly List<FormatSpan> _spans = [];
    private readonly Dictionary<FormatStyle, int> _open = [];

    /// <summary>Whether everything that can be seen is bold.</summary>
    public bool IsBold { get; private set; } = true;

    /// <summary>The length so far.</summary>
    public int Length => _text.Length;

    /// <summary>Adds a piece; a piece that looks like the one before goes on with its spans.</summary>
    public void Append(string piece, IReadOnlyCollection<FormatStyle> styles)
    {
        if (piece.Length == 0)
        {
            return;
        }

        Close(style => !styles.Contains(style));
        foreach (var style in styles)
        {
            _open.TryAdd(style, _text.Length);
        }

        IsBold &= styles.Contains(FormatStyle.Bold) || string.IsNullOrWhiteSpace(piece);
        _text.Append(piece);
    }

    /// <summary>The spans in the order of their starts.</summary>
    public IReadOnlyList<FormatSpan> Spans()
    {
        Close(_ => true);
        return [.. _spans.OrderBy(s => s.StartOffset).ThenBy(s => s.Style)];
    }

    /// <inheritdoc />
    public override string ToString() => _text.ToString();

    private void Close(Func<FormatStyle, bool> ends)
    {
        foreach (var (style, start) in _open.Where(o => ends(o.Key)).ToList())
        {
            _spans.Add(new FormatSpan(start, _text.Length, style));
            _open.Remove(style);
        }
    }
}
