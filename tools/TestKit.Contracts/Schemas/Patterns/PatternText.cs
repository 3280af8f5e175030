using System.Globalization;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Writes a pattern as .NET reads it, where a character may be two UTF-16 units.</summary>
internal static class PatternText
{
    private const int FirstPair = 0x10000;
    private const int FirstSurrogate = 0xD800;
    private const int LastSurrogate = 0xDFFF;

    public static string Of(PatternPart part) =>
        part switch
        {
            PatternPart.Character one => Of(one.Set),
            PatternPart.Choice choice => $"(?:{string.Join('|', choice.Parts.Select(Of))})",
            PatternPart.Sequence sequence => string.Concat(sequence.Parts.Select(Of)),
            PatternPart.Repeat repeat => $"(?:{Of(repeat.Part)}){{{repeat.Least},{repeat.Most}}}{(repeat.IsLazy ? "?" : "")}",
            PatternPart.Group group => $"{group.Opening}{Of(group.Part)})",
            PatternPart.Assertion assertion => assertion.Text,
            _ => throw new NotSupportedException($"{part}"),
        };

    /// <summary>One character of a set; half a pair of surrogates is none.</summary>
    public static string Of(CharacterSet set)
    {
        var single = set
            .Ranges.SelectMany(range =>
                new[]
                {
                    (range.First, Math.Min(range.Last, FirstSurrogate - 1)),
                    (Math.Max(range.First, LastSurrogate + 1), Math.Min(range.Last, FirstPair - 1)),
                }
            )
            .Where(range => range.Item1 <= range.Item2)
            .Select(range => Range(range.Item1, range.Item2))
            .ToList();
        var pairs = set
            .Ranges.Where(range => range.Last >= FirstPair)
            .SelectMany(range => Pairs(Math.Max(range.First, FirstPair), range.Last));
        string[] all = [.. pairs, .. single.Count > 0 ? [$"[{string.Concat(single)}]"] : Array.Empty<string>()];
        return all.Length == 0 ? "(?!)" : $"(?:{string.Join('|', all)})";
    }

    /// <summary>Ranges of pairs: each of first units that share all of their second ones.</summary>
    private static IEnumerable<string> Pairs(int first, int last)
    {
        while (first <= last)
        {
            var end = Math.Min(last, first | 0x3FF);
            if ((first & 0x3FF) == 0 && last - first >= 0x3FF)
            {
                end = ((last + 1) & ~0x3FF) - 1; // whole rows
            }

            yield return $"[{Range(High(first), High(end))}][{Range(Low(first), Low(end))}]";
            first = end + 1;
        }
    }

    private static int High(int character) => 0xD800 + ((character - FirstPair) >> 10);

    private static int Low(int character) => 0xDC00 + ((character - FirstPair) & 0x3FF);

    private static string Range(int first, int last) => first == last ? Unit(first) : $"{Unit(first)}-{Unit(last)}";

    private static string Unit(int unit) => @"\u" + unit.ToString("X4", CultureInfo.InvariantCulture);
}
