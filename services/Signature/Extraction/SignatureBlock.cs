using System.Text.RegularExpressions;
using BlockKit.Text;

namespace Signature.Extraction;

/// <summary>The lines of a text that make its signature block.</summary>
internal static class SignatureBlock
{
    private const int LongestBlock = 24;

    /// <summary>Without an opening, the name and the firm stand at most so many lines above the bar number.</summary>
    private const int LinesAboveBarNumber = 4;

    /// <summary>
    /// From the last "Respectfully submitted" to what comes after the block. Without one: from the first "/s/" or "By:"
    /// whose block has a bar number, or from shortly above the first bar number.
    /// </summary>
    /// <returns>The lines, or none when no block has a bar number.</returns>
    public static IReadOnlyList<Slice> Find(SourceText source)
    {
        var numbers = Where(source, SignaturePatterns.BarNumber()).ToHashSet();
        return Starts(source, numbers)
                .Select(start => Enumerable.Range(start, Length(source, start)))
                .Where(block => block.Any(numbers.Contains))
                .Select(block => block.Select(i => source.Lines[i]).ToList())
                .FirstOrDefault()
            ?? [];
    }

    private static IEnumerable<int> Starts(SourceText source, IReadOnlySet<int> numbers) =>
        numbers.Count == 0
            ? []
            : Where(source, SignaturePatterns.Opening())
                .Reverse()
                .Concat(Where(source, SignaturePatterns.Signed()))
                .Concat(numbers.Order().Select(i => Math.Max(0, i - LinesAboveBarNumber)));

    private static IEnumerable<int> Where(SourceText source, Regex pattern) =>
        Enumerable.Range(0, source.Lines.Count).Where(i => pattern.IsMatch(source.Lines[i].Text));

    /// <summary>The opening line belongs to the block even when it reads like an ending.</summary>
    private static int Length(SourceText source, int start) =>
        1 + source.Lines.Skip(start + 1).Take(LongestBlock - 1).TakeWhile(line => !SignaturePatterns.Ending().IsMatch(line.Text)).Count();
}
