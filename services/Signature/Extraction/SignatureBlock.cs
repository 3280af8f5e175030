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
        var lines = source.Lines;
        return Starts(lines)
            .Select(start => From(lines, start))
            .FirstOrDefault(block => block.Any(HasBarNumber)) ?? [];
    }

    private static IEnumerable<int> Starts(IReadOnlyList<Slice> lines)
    {
        var all = Enumerable.Range(0, lines.Count).ToList();
        var openings = all.Where(i => SignaturePatterns.Opening().IsMatch(lines[i].Text)).Reverse();
        var signatures = all.Where(i => SignaturePatterns.Signed().IsMatch(lines[i].Text));
        var numbers = all.Where(i => HasBarNumber(lines[i])).Select(i => Math.Max(0, i - LinesAboveBarNumber));
        return openings.Concat(signatures).Concat(numbers);
    }

    private static bool HasBarNumber(Slice line) => SignaturePatterns.BarNumber().IsMatch(line.Text);

    /// <summary>The opening line belongs to the block even when it reads like an ending.</summary>
    private static List<Slice> From(IReadOnlyList<Slice> lines, int start) =>
        [lines[start], .. lines.Skip(start + 1).Take(LongestBlock - 1).TakeWhile(line => !SignaturePatterns.Ending().IsMatch(line.Text))];
}
