using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The JSON types of values.</summary>
internal static class TypeRules
{
    /// <summary>The types that a schema names.</summary>
    public static string[] Of(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("type", out var types) ? Named(types) : [];

    /// <summary>The types that <c>type</c> names.</summary>
    public static string[] Named(JsonElement types) =>
        types.ValueKind == JsonValueKind.Array ? [.. types.EnumerateArray().Select(type => type.GetString()!)] : [types.GetString()!];

    /// <summary>Whether a value is of one of the types; 1.0 is an integer (JSON Schema, 4.2.3), of any size.</summary>
    public static bool Has(JsonElement types, JsonElement value) =>
        types.ValueKind == JsonValueKind.Array
            ? types.EnumerateArray().Any(type => Is(type.GetString()!, value))
            : Is(types.GetString()!, value);

    private static bool Is(string type, JsonElement value) =>
        (type, value.ValueKind) switch
        {
            ("string", JsonValueKind.String) => true,
            ("number", JsonValueKind.Number) => true,
            ("integer", JsonValueKind.Number) => ExactNumber.Of(value)!.Value.IsInteger,
            ("object", JsonValueKind.Object) => true,
            ("array", JsonValueKind.Array) => true,
            ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
            ("null", JsonValueKind.Null) => true,
            _ => false,
        };
}
