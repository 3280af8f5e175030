using System.Text.RegularExpressions;

namespace BlockKit.Text;

/// <summary>
/// Paragraphs as one text, one line break between two, and the lines in it. What is extracted is always a
/// <see cref="Slice"/> of it, so an extracted string is a substring of the input by construction.
/// </summary>
public sealed partial class SourceText
{
    /// <summary>A longer line is prose and no part of a block, and so no extracted line is longer; leaving it out keeps the work on large documents small.</summary>
    public const int LongestLine = 1_000;

    /// <summary>Reads paragraphs; a paragraph may itself hold several lines.</summary>
    public SourceText(IReadOnlyList<string> paragraphs)
    {
        Text = string.Join('\n', paragraphs);
        Lines =
        [
            .. Line()
                .Matches(Text)
                .Where(m => m.Length <= LongestLine)
                .Select(m => Slice(m.Index, m.Index + m.Length))
                .Where(s => s.Length > 0),
        ];
    }

    /// <summary>The whole input.</summary>
    public string Text { get; }

    /// <summary>Its lines without surrounding white space; blank ones are left out.</summary>
    public IReadOnlyList<Slice> Lines { get; }

    /// <summary>A part of the text, without surrounding white space.</summary>
    public Slice Slice(int start, int end) => new Slice(Text, start, end).Trim();

    // What Word and HTML know as line ends: CR, LF, VT (a manual break), FF, NEL, LS and PS.
    [GeneratedRegex(@"[^\r\n\v\f\u0085\u2028\u2029]+")]
    private static partial Regex Line();
}
