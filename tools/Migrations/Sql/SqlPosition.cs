using System.Text.RegularExpressions;

namespace IntegrationSuite.Migrations.Sql;

/// <summary>Offsets in a script as people and PostgreSQL count.</summary>
internal static class SqlPosition
{
    /// <summary>Line and column, from 1, of an offset in UTF-16 units. A line ends in LF, CR or both.</summary>
    public static (int Line, int Column) LineOf(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        var both = before.Count("\r\n");
        return (before.Count('\n') + before.Count('\r') - both + 1, before.Length - before.LastIndexOfAny('\n', '\r'));
    }

    /// <summary>The offset of a line, from 1; of one that is not there, the end.</summary>
    public static int StartOf(string text, int line)
    {
        var at = 0;
        while (--line > 0 && text.AsSpan(at).IndexOfAny('\n', '\r') is >= 0 and var end)
        {
            at += end + (text.AsSpan(at + end).StartsWith("\r\n") ? 2 : 1);
        }

        return line > 0 ? text.Length : at;
    }

    /// <summary>Where a script says a name last, in UTF-16 units from 0; null when it does not.</summary>
    public static int? OfName(string script, string name) =>
        Regex.Match(
            script,
            $@"(?<![\w$]){Regex.Escape(name)}(?![\w$])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.RightToLeft
        )
            is { Success: true } match
            ? match.Index
            : null;

    /// <summary>The offset in UTF-16 units of PostgreSQL's position, which counts characters from 1.</summary>
    public static int OffsetOf(string text, int position)
    {
        var offset = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (--position < 1)
            {
                break;
            }

            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }
}
