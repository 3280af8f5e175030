using System.Text.Json;

namespace TestKit.Contracts;

/// <summary>The JSON types of values.</summary>
internal static class TypeRules
{
    /// <summary>Whether a schema takes values of this type; one that names none takes all.</summary>
    public static bool AllowedBy(JsonElement schema, JsonElement value) =>
        schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var types) || Allow(types, value);

    /// <summary>Whether <c>type</c> takes a value.</summary>
    public static bool Allow(JsonElement types, JsonElement value) =>
        types.ValueKind == JsonValueKind.String ? Is(types.GetString()!, value) : types.EnumerateArray().Any(type => Is(type.GetString()!, value));

    /// <summary>The types that a schema names.</summary>
    public static string[] Of(JsonElement schema) => schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var types) ? Named(types) : [];

    /// <summary>The types that <c>type</c> names.</summary>
    public static string[] Named(JsonElement types) =>
        types.ValueKind == JsonValueKind.Array ? [.. types.EnumerateArray().Select(type => type.GetString()!)] : [types.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && IsInteger(value),
        _ => false,
    };

    /// <summary>1.0 is an integer (JSON Schema 2020-12, 6.1.1).</summary>
    private static bool IsInteger(JsonElement number) =>
        number.TryGetDecimal(out var exact) ? decimal.IsInteger(exact) : double.IsInteger(number.GetDouble());
}
