using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Values that come as text, in headers, paths, queries and forms: their schema says whether they are read as a number or a boolean.</summary>
internal static class TextValue
{
    /// <summary>Checks a value against the schema of a header.</summary>
    /// <param name="document">The contract.</param>
    /// <param name="definition">The header; without a schema it may be anything.</param>
    /// <param name="text">The value.</param>
    public static IReadOnlyList<Breach> Check(ApiDocument document, JsonElement definition, string text) =>
        definition.TryGetProperty("schema", out var schema)
            ? document.AnswerValidator.Validate(schema, DeepJson.Element(ParameterText.Of(document, definition, "header").Read(text)))
            : [];

    /// <summary>The value that a text stands for; one that is of no type that it may have stays a text.</summary>
    public static JsonNode? Read(ApiDocument document, JsonElement schema, string text)
    {
        var types = PossibleTypes.Of(document, schema);
        return (types.Contains("integer") || types.Contains("number")) && Number(text) is { } number ? number
            : types.Contains("boolean") && bool.TryParse(text, out var truth) ? truth
            : text;
    }

    /// <summary>A value as a text.</summary>
    public static string Write(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "";

    // Services read "007" and "+5", too, and some numbers are beyond decimals.
    private static JsonNode? Number(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? Json(text)
        : null;

    private static JsonNode? Json(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
