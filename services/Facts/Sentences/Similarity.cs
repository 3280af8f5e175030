namespace Facts.Sentences;

/// <summary>How alike two texts are: 1 − Levenshtein distance ÷ the longer length, from 0 to 1.</summary>
internal static class Similarity
{
    public static double Of(string a, string b)
    {
        var longer = Math.Max(a.Length, b.Length);
        return longer == 0 || a == b ? 1 : 1 - ((double)Distance(a, b) / longer);
    }

    /// <summary>The most that two texts of these lengths can be alike.</summary>
    public static double AtMost(int a, int b) => Math.Max(a, b) == 0 ? 1 : (double)Math.Min(a, b) / Math.Max(a, b);

    /// <summary>
    /// Bit-parallel Levenshtein distance, 64 cells of the table at once (Myers 1999; in blocks as by Hyyrö 2003), so that
    /// not even the longest sentences allowed make a request slow.
    /// </summary>
    private static int Distance(string pattern, string text)
    {
        if (pattern.Length == 0)
        {
            return text.Length;
        }

        var column = new Column(pattern);
        foreach (var c in text)
        {
            column.Advance(c);
        }

        return column.Distance;
    }

    /// <summary>A column of the table, as the differences between its cells: one bit says +1, another −1.</summary>
    private sealed class Column
    {
        private readonly Dictionary<char, ulong[]> _places = [];
        private readonly ulong[] _none;
        private readonly ulong[] _plus;
        private readonly ulong[] _minus;
        private readonly ulong _last;

        public Column(string pattern)
        {
            var blocks = (pattern.Length + 63) / 64;
            (_none, _plus, _minus) = (new ulong[blocks], new ulong[blocks], new ulong[blocks]);
            Array.Fill(_plus, ulong.MaxValue);
            _last = 1UL << ((pattern.Length - 1) % 64);
            Distance = pattern.Length;
            for (var i = 0; i < pattern.Length; i++)
            {
                var places = _places.TryGetValue(pattern[i], out var known) ? known : _places[pattern[i]] = new ulong[blocks];
                places[i / 64] |= 1UL << (i % 64);
            }
        }

        /// <summary>The last cell.</summary>
        public int Distance { get; private set; }

        /// <summary>Goes on to the next column.</summary>
        public void Advance(char c)
        {
            var places = _places.GetValueOrDefault(c, _none);
            // The first row counts 0, 1, 2 …: each column begins one higher than the one before.
            var (up, down) = (1UL, 0UL);
            for (var i = 0; i < places.Length; i++)
            {
                (up, down) = Advance(i, places[i], up, down);
            }
        }

        private (ulong Up, ulong Down) Advance(int i, ulong equal, ulong up, ulong down)
        {
            var (plus, minus) = (_plus[i], _minus[i]);
            var vertical = equal | minus;
            equal |= down;
            var horizontal = (((equal & plus) + plus) ^ plus) | equal;
            var rises = minus | ~(horizontal | plus);
            var falls = plus & horizontal;
            if (i == _plus.Length - 1)
            {
                Distance += ((rises & _last) != 0 ? 1 : 0) - ((falls & _last) != 0 ? 1 : 0);
            }

            var carry = (rises >> 63, falls >> 63);
            rises = (rises << 1) | up;
            falls = (falls << 1) | down;
            _plus[i] = falls | ~(vertical | rises);
            _minus[i] = rises & vertical;
            return carry;
        }
    }
}
