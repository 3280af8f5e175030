namespace IntegrationSuite.Migrations.Sql;

/// <summary>Offsets in a script as people and PostgreSQL count.</summary>
internal static class SqlPosition
{
    /// <summary>Line and column, from 1, of an offset in UTF-16 units.</summary>
    public static (int Line, int Column) LineOf(string text, int offset)
    {
        var before = text.AsSpan(0, Math.Min(offset, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

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
