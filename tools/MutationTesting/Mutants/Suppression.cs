using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace IntegrationSuite.MutationTesting.Mutants;

/// <summary>A comment that takes a line's mutants out of the judgement, and says why: <c>// no mutants: the order does not matter here</c>.</summary>
internal static partial class Suppression
{
    /// <summary>The reason that stands on a line or on the one above it; null when none does.</summary>
    /// <param name="source">The file's text.</param>
    /// <param name="line">From 0.</param>
    public static string? ReasonOf(SourceText source, int line) => On(source, line) ?? (line > 0 ? OnItsOwn(source, line - 1) : null);

    private static string? On(SourceText source, int line) =>
        Comment().Match(source.Lines[line].ToString()) is { Success: true } match ? match.Groups["reason"].Value.Trim() : null;

    // At the end of the line above it is that line's.
    private static string? OnItsOwn(SourceText source, int line) =>
        source.Lines[line].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal) ? On(source, line) : null;

    [GeneratedRegex(@"//\s*no mutants:(?<reason>\s*\S.*)$")]
    private static partial Regex Comment();
}
