namespace Facts.Sentences;

/// <summary>
/// The Levenshtein distance of one text to many, bit-parallel: 64 cells of the table at once (Myers 1999, in blocks as by
/// Hyyrö 2003), so that not even the longest paragraph allowed makes a request slow.
/// </summary>
internal sealed class EditDistance
{
    private readonly string _text;
    private readonly Dictionary<char, ulong[]> _places = [];
    private readonly ulong[] _nowhere;

    // A column of the table as the differences between its cells: a bit of the one says +1, of the other −1.
    private readonly ulong[] _rises;
    private readonly ulong[] _falls;

    public EditDistance(string text)
    {
        _text = text;
        var blocks = (text.Length + 63) / 64;
        (_nowhere, _rises, _falls) = (new ulong[blocks], new ulong[blocks], new ulong[blocks]);
        for (var i = 0; i < text.Length; i++)
        {
            var places = _places.TryGetValue(text[i], out var known) ? known : _places[text[i]] = new ulong[blocks];
            places[i / 64] |= 1UL << (i % 64);
        }
    }

    /// <summary>The distance to another text. Not for two threads at once.</summary>
    public int To(string other)
    {
        if (_text.Length == 0)
        {
            return other.Length;
        }

        Array.Fill(_rises, ulong.MaxValue);
        Array.Clear(_falls);
        var distance = _text.Length;
        foreach (var c in other)
        {
            distance += NextColumn(_places.GetValueOrDefault(c, _nowhere));
        }

        return distance;
    }

    /// <summary>Goes on by one column.</summary>
    /// <returns>By how much its last cell differs from that of the column before.</returns>
    private int NextColumn(ulong[] places)
    {
        // What comes in from the row above: the first row counts 0, 1, 2 …, so it rises by one.
        var (up, down) = (1UL, 0UL);
        var last = (_text.Length - 1) % 64;
        var change = 0;
        for (var i = 0; i < places.Length; i++)
        {
            var (rises, falls) = (_rises[i], _falls[i]);
            var equal = places[i] | down;
            var diagonal = (((equal & rises) + rises) ^ rises) | equal;
            var higher = falls | ~(diagonal | rises);
            var lower = rises & diagonal;
            change = (int)((higher >> last) & 1) - (int)((lower >> last) & 1);
            var (nextUp, nextDown) = (higher >> 63, lower >> 63);
            higher = (higher << 1) | up;
            lower = (lower << 1) | down;
            var vertical = places[i] | falls;
            _rises[i] = lower | ~(vertical | higher);
            _falls[i] = higher & vertical;
            (up, down) = (nextUp, nextDown);
        }

        return change;
    }
}
