using System.Globalization;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A set of characters, by their code points: ranges in order that neither touch nor overlap.</summary>
internal sealed class CharacterSet
{
    private const int Last = 0x10FFFF;

    public CharacterSet(IEnumerable<(int First, int Last)> ranges) => Ranges = Joined(ranges.OrderBy(range => range.First));

    public IReadOnlyList<(int First, int Last)> Ranges { get; }

    public static CharacterSet Digits { get; } = new([('0', '9')]);
    public static CharacterSet Words { get; } = new([('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')]);

    /// <summary>White space and line ends (ECMA-262, 12.2 and 12.3).</summary>
    public static CharacterSet Blanks { get; } =
        new([
            (9, 13),
            (32, 32),
            (0xA0, 0xA0),
            (0x1680, 0x1680),
            (0x2000, 0x200A),
            (0x2028, 0x2029),
            (0x202F, 0x202F),
            (0x205F, 0x205F),
            (0x3000, 0x3000),
            (0xFEFF, 0xFEFF),
        ]);

    /// <summary>What <c>.</c> stands for: all but line ends.</summary>
    public static CharacterSet Any { get; } = new CharacterSet([(10, 10), (13, 13), (0x2028, 0x2029)]).Others();

    public static CharacterSet Of(int character) => new([(character, character)]);

    public CharacterSet And(CharacterSet other) => new(Ranges.Concat(other.Ranges));

    /// <summary>All characters that are not in it.</summary>
    public CharacterSet Others()
    {
        var (others, next) = (new List<(int, int)>(), 0);
        foreach (var (first, last) in Ranges)
        {
            others.Add((next, first - 1));
            next = last + 1;
        }

        return new CharacterSet(others.Append((next, Last)).Where(range => range.Item1 <= range.Item2));
    }

    /// <summary>The characters of some general categories.</summary>
    public static CharacterSet Of(Func<UnicodeCategory, bool> isIn) =>
        new(Enumerable.Range(0, Last + 1).Where(point => isIn(CharUnicodeInfo.GetUnicodeCategory(point))).Select(point => (point, point)));

    private static List<(int First, int Last)> Joined(IEnumerable<(int First, int Last)> ranges)
    {
        var joined = new List<(int First, int Last)>();
        foreach (var range in ranges)
        {
            if (joined.Count > 0 && range.First <= joined[^1].Last + 1)
            {
                joined[^1] = (joined[^1].First, Math.Max(joined[^1].Last, range.Last));
            }
            else
            {
                joined.Add(range);
            }
        }

        return joined;
    }
}
