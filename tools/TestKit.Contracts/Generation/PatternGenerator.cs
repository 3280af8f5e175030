using Fare;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Strings made from a regular expression.</summary>
internal static class PatternGenerator
{
    private const int Tries = 200;

    /// <summary>Texts that match, of these lengths.</summary>
    /// <exception cref="NotSupportedException">None was found.</exception>
    public static Gen<string> Of(string pattern, int least, int most)
    {
        var found = Enumerable
            .Range(0, Tries)
            .Select(seed => Make(pattern, seed))
            .OfType<string>()
            .Where(text => IsFit(text, pattern, least, most))
            .Distinct()
            .ToArray();
        return found.Length > 0
            ? Gen.Elements(found)
            : throw new NotSupportedException(
                $"no text comes to mind for the pattern {pattern}: give the schema 'examples' in the OpenAPI document"
            );
    }

    private static bool IsFit(string text, string pattern, int least, int most) =>
        text.EnumerateRunes().Count() is var length && length >= least && length <= most && Patterns.Of(pattern).IsMatch(text);

    /// <returns>Null for a pattern that the library does not read: it throws what comes to hand.</returns>
    private static string? Make(string pattern, int seed)
    {
        try
        {
            return new Xeger(pattern.Replace("(?:", "(", StringComparison.Ordinal), new Random(seed)).Generate();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
