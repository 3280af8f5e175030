using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Media types and ranges of them (RFC 9110, 8.3.1 and 12.5.1; RFC 6839 for suffixes).</summary>
internal static class MediaTypes
{
    public const string Form = "application/x-www-form-urlencoded";
    public const string Multipart = "multipart/form-data";

    // In the order in which a body is generated.
    private static readonly Func<string, bool>[] s_sent = [IsJson, type => type == Form, type => type == Multipart, IsText, IsBytes];

    /// <summary>In lower case, without what says the same: the charset of JSON, white space, quotes.</summary>
    public static string Normal(string type)
    {
        var parts = type.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var parameters = parts
            .Skip(1)
            .Select(parameter => parameter.Split('=', 2, StringSplitOptions.TrimEntries))
            .Select(pair => $"{pair[0].ToLowerInvariant()}={pair.ElementAtOrDefault(1)?.Trim('"')}")
            .Where(parameter =>
                !parameter.StartsWith("charset=", StringComparison.Ordinal) && !parameter.StartsWith("boundary=", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal);
        return string.Join(';', parameters.Prepend(parts.FirstOrDefault("").ToLowerInvariant()));
    }

    /// <summary>The documented type or range that a type is of, the narrowest first; null when none is.</summary>
    public static JsonProperty? Of(JsonElement content, string type) =>
        content
            .EnumerateObject()
            .Where(media => IsOf(media.Name, Normal(type)))
            .OrderBy(media => media.Name.Count(letter => letter == '*'))
            .ThenByDescending(media => media.Name.Length)
            .Cast<JsonProperty?>()
            .FirstOrDefault();

    public static bool IsJson(string type) =>
        Bare(type) is var bare && (bare.EndsWith("/json", StringComparison.Ordinal) || bare.EndsWith("+json", StringComparison.Ordinal));

    public static bool IsText(string type) =>
        type.StartsWith("text/", StringComparison.Ordinal) && !type.EndsWith("xml", StringComparison.Ordinal);

    public static bool IsBytes(string type) => Bare(type) is "application/octet-stream";

    /// <summary>Where among the others a documented type stands; those of which no body is generated come last.</summary>
    public static int Order(string type) =>
        Array.FindIndex(s_sent, isIt => isIt(Sendable(type))) is var place && place < 0
            ? s_sent.Length
            : place + (type.Contains('*') ? s_sent.Length : 0);

    /// <summary>A type of a range: a request has one, and no range.</summary>
    public static string Sendable(string type) =>
        type switch
        {
            "*/*" or "application/*" => "application/json",
            "text/*" => "text/plain",
            _ => type.Replace("*+", "vnd.generated+", StringComparison.Ordinal),
        };

    public static bool IsSent(string type) => s_sent.Any(isIt => isIt(Sendable(type)));

    private static string Bare(string type) => type.Split(';')[0];

    private static bool IsOf(string documented, string type)
    {
        var (range, bare) = (documented.Split(';'), type.Split(';'));
        var isWithin =
            range[0] is "*/*" or "*"
            || range[0] == bare[0]
            || (range[0].EndsWith("/*", StringComparison.Ordinal) && bare[0].StartsWith(range[0][..^1], StringComparison.Ordinal))
            || (
                range[0].Split("/*+") is [var kind, var suffix]
                && bare[0].StartsWith($"{kind}/", StringComparison.Ordinal)
                && bare[0].EndsWith($"+{suffix}", StringComparison.Ordinal)
            );
        return isWithin && range.Skip(1).All(bare.Skip(1).Contains);
    }
}
