using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Texts and numbers just beyond what the keywords of a schema allow.</summary>
internal static class Bounds
{
    // A longer one says no more, and takes long to make.
    private const decimal LongestText = 2_000_000;

    // Beyond it there is none that is one more.
    private const decimal Largest = 1_000_000_000_000_000_000_000_000_000m;

    public static IEnumerable<JsonNode?> OfNumber(JsonElement schema, JsonElement value)
    {
        if (Number(schema, "minimum") is { } least)
        {
            yield return least - 1;
        }

        if (Number(schema, "maximum") is { } most)
        {
            yield return most + 1;
        }

        foreach (var bound in new[] { Number(schema, "exclusiveMinimum"), Number(schema, "exclusiveMaximum") }.OfType<decimal>())
        {
            yield return bound;
        }

        if (Number(schema, "multipleOf") is { } step && value.TryGetDecimal(out var multiple))
        {
            yield return multiple + 1;
            yield return multiple - 1;
            yield return multiple + (step / 2);
        }

        if (Word(schema, "format") is { } format and ("int32" or "int64"))
        {
            yield return (format == "int32" ? int.MaxValue : (decimal)long.MaxValue) + 1;
        }
    }

    public static IEnumerable<JsonNode?> OfText(JsonElement schema, string text)
    {
        if (Number(schema, "maxLength") is { } most and < LongestText)
        {
            yield return Repeated(text.Length == 0 ? "x" : text, (int)most + 1);
        }

        if (Number(schema, "minLength") is > 0 and < LongestText and { } least)
        {
            yield return Repeated(text, (int)least - 1);
        }

        if (schema.TryGetProperty("enum", out _) || schema.TryGetProperty("const", out _) || schema.TryGetProperty("format", out _))
        {
            yield return "neither";
            yield return text + "x";
            yield return text.ToUpperInvariant();
        }

        if (schema.TryGetProperty("pattern", out _))
        {
            yield return "   ";
            yield return " ";
            yield return "";
        }
    }

    // Lengths are in characters, of which some are two UTF-16 units.
    private static string Repeated(string text, int length) =>
        string.Concat(Enumerable.Repeat(text, length).SelectMany(each => each.EnumerateRunes()).Take(length));

    private static decimal? Number(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) && bound.TryGetDecimal(out var number) && Math.Abs(number) < Largest ? number : null;

    private static string? Word(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var word) ? word.GetString() : null;
}
