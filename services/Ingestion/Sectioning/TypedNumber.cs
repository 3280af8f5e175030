using System.Text.RegularExpressions;

namespace Ingestion.Sectioning;

/// <summary>A number that the author typed before a title: <c>IV. ARGUMENT</c>, <c>2.1 Facts</c>, <c>(b) Standing</c>.</summary>
internal static partial class TypedNumber
{
    /// <summary>The number, without what surrounds it, and the title.</summary>
    public static (string? Number, string Title) Split(string text) =>
        Numbered().Match(text) is { Success: true } match ? (match.Groups["number"].Value, match.Groups["title"].Value) : (null, text);

    // A lone letter or numeral needs its dot or bracket: "I am" and "A motion" are words.
    [GeneratedRegex(
        @"^\s*(?:\(?(?<number>[IVXLC]+|[A-Za-z]|[ivxl]+|\d+)[.)]\s+|(?<number>\d+(?:\.\d+)+)\.?\s+|(?<number>\d{1,3})\s+)(?<title>\S[\s\S]*)$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbered();
}
