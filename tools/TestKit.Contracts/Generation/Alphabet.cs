using System.Text;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>The characters that texts are made of: not every text can stand in a header or a path.</summary>
internal sealed class Alphabet
{
    private readonly Func<Rune, bool> _mayStand;

    private Alphabet(string characters, Func<Rune, bool> mayStand, params string[] others) =>
        (Letters, _mayStand) = ([.. characters.EnumerateRunes().Select(rune => rune.ToString()), .. others], mayStand);

    /// <summary>What people write, and what programs stumble over: quotes, markup, a line end, a right-to-left letter, a combining mark, one beyond the BMP.</summary>
    public static Alphabet Free { get; } =
        new("abcdefgXYZ 0123456789.,;:'\"<>&%$#/\\-_()§éß–Жא\n\t", rune => rune.Value != 0, "e\u0301", "漢", "😀");

    /// <summary>What a header may have (RFC 9110, 5.5), without what lists and other grammars need.</summary>
    public static Alphabet Header { get; } =
        new("abcdefgXYZ0123456789.:-_~", rune => rune.Value is > 0x20 and < 0x7F and not (',' or ';' or '"'));

    /// <summary>What is itself in every part of a URI (RFC 3986, 2.3).</summary>
    public static Alphabet Word { get; } = new("abcdefgXYZ0123456789-_", rune => rune.Value != '/' && rune.Value > 0x20);

    public static Alphabet Small { get; } = new("abcdefghijklmnopqrstuvwxyz", _ => true);
    public static Alphabet Capitals { get; } = new("ABCDEFGHIJKLMNOPQRSTUVWXYZ", _ => true);
    public static Alphabet HexDigits { get; } = new("0123456789abcdef", _ => true);

    public IReadOnlyList<string> Letters { get; }

    /// <summary>Whether a text that was made otherwise may stand there.</summary>
    public bool Takes(string text) => text.EnumerateRunes().All(_mayStand);

    /// <summary>A text of so many characters.</summary>
    public string Text(int length, Random random)
    {
        var text = new StringBuilder();
        for (var left = length; left > 0; )
        {
            // Some letters are two characters.
            var letter = Letters[random.Next(Letters.Count)];
            var size = letter.EnumerateRunes().Count();
            text.Append(size <= left ? letter : Letters[0]);
            left -= Math.Min(size, left);
        }

        return text.ToString();
    }
}
