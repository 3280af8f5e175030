using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TestKit.Contracts;

/// <summary>The bounds, patterns and formats of strings.</summary>
internal static partial class TextRules
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    public static void Check(JsonElement schema, string text, string path, List<Breach> breaches)
    {
        // JSON Schema counts characters (RFC 8259), not UTF-16 units.
        NumberRules.CheckCount(schema, "minLength", "maxLength", text.EnumerateRunes().Count(), "characters", path, breaches);
        if (schema.TryGetProperty("pattern", out var pattern) && !IsMatch(text, pattern.GetString()!))
        {
            breaches.Add(new Breach(path, "a match of " + pattern.GetString(), JsonSerializer.Serialize(text)));
        }

        if (schema.TryGetProperty("format", out var format) && !HasFormat(format.GetString()!, text))
        {
            breaches.Add(new Breach(path, "format " + format.GetString(), JsonSerializer.Serialize(text)));
        }
    }

    /// <summary>Patterns are ECMA-262's (JSON Schema 2020-12, 6.4), whose categories .NET reads only outside that mode.</summary>
    public static bool IsMatch(string text, string pattern) =>
        Regex.IsMatch(text, EndAnchor().Replace(pattern, anchor => anchor.Value == "$" ? @"(?![\s\S])" : anchor.Value), pattern.Contains(@"\p", StringComparison.OrdinalIgnoreCase) ? RegexOptions.None : RegexOptions.ECMAScript, s_patience);

    // To .NET, $ stands before a last line feed too; to ECMA-262 at the end alone. One that is escaped, or within brackets, is none.
    [GeneratedRegex(@"\\[\s\S]|\[(\\[\s\S]|[^\]\\])*\]|\$", RegexOptions.ExplicitCapture)]
    private static partial Regex EndAnchor();

    private static bool HasFormat(string format, string text) => format switch
    {
        // .NET passes over white space around it.
        "uuid" => text.Length == 36 && Guid.TryParseExact(text, "D", out _),
        "date-time" => IsDateTime(text),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "uri-reference" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        // OpenAPI's registry of formats: RFC 4648, 4.
        "byte" => Base64.IsValid(text),
        _ => true,
    };

    /// <summary>RFC 3339, 5.6: a time without an offset is none, and a leap second (5.7) falls on the end of a day in UTC.</summary>
    private static bool IsDateTime(string text)
    {
        if (DateTimePattern().Match(text) is not { Success: true } match)
        {
            return false;
        }

        var isLeap = match.Groups["second"].Value == "60";
        var ordinary = isLeap ? text.Remove(match.Groups["second"].Index, 2).Insert(match.Groups["second"].Index, "59") : text;
        return DateTimeOffset.TryParse(TooFine().Replace(ordinary.ToUpperInvariant(), "$1"), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)
            && (!isLeap || time.ToUniversalTime() is { Hour: 23, Minute: 59 });
    }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:(?<second>[0-9]{2})(\.[0-9]+)?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateTimePattern();

    // .NET reads seven digits of a second.
    [GeneratedRegex(@"(\.[0-9]{7})[0-9]+")]
    private static partial Regex TooFine();
}
