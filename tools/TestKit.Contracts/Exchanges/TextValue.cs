using System.Globalization;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Values that come as text, in headers and queries: their schema says whether they are read as a number or a boolean.</summary>
internal static class TextValue
{
    /// <summary>Checks a value against the schema of a header or parameter.</summary>
    /// <param name="document">The contract.</param>
    /// <param name="definition">The header or parameter; without a schema it may be anything.</param>
    /// <param name="text">The value.</param>
    public static IReadOnlyList<Breach> Check(ApiDocument document, JsonElement definition, string text) =>
        definition.TryGetProperty("schema", out var schema)
            ? document.Validator.Validate(schema, Read(document.Resolve(schema), text))
            : [];

    /// <summary>The value that a parameter's text stands for.</summary>
    public static JsonElement Read(ApiDocument document, JsonElement parameter, string text) =>
        parameter.TryGetProperty("schema", out var schema) ? Read(document.Resolve(schema), text) : JsonSerializer.SerializeToElement(text);

    /// <summary>The same by its schema; a text that is of no such type stays a text.</summary>
    public static JsonElement Read(JsonElement schema, string text) =>
        Is(schema, "integer", "number") && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? JsonSerializer.SerializeToElement(number)
        : Is(schema, "boolean") && bool.TryParse(text, out var truth) ? JsonSerializer.SerializeToElement(truth)
        : JsonSerializer.SerializeToElement(text);

    private static bool Is(JsonElement schema, params ReadOnlySpan<string> types)
    {
        foreach (var type in types)
        {
            if (schema.TryGetProperty("type", out var named) && named.GetRawText().Contains($"\"{type}\"", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
