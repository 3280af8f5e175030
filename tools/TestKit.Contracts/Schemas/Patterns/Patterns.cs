using System.Text.RegularExpressions;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Patterns as ECMA-262 reads them with its flag <c>u</c> (JSON Schema 2020-12, 6.4); .NET's own reading differs.</summary>
internal static class Patterns
{
    /// <summary>After so long a match is called off with <see cref="RegexMatchTimeoutException"/>.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    /// <summary>The same pattern for .NET.</summary>
    /// <exception cref="FormatException">It is not a pattern, or has a property of characters that is not known here.</exception>
    public static Regex Of(string pattern) => new(PatternText.Of(PatternParser.Parse(pattern)), RegexOptions.CultureInvariant, s_patience);
}
