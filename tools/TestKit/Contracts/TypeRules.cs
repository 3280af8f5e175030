using System.Text.Json;

namespace TestKit.Contracts;

/// <summary>The JSON types of values.</summary>
internal static class TypeRules
{
    public static void Check(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        if (!Allow(schema, value))
        {
            breaches.Add(new Breach(path, string.Join(" or ", Of(schema)), value.GetRawText()));
        }
    }

    /// <summary>Whether a schema takes values of this type; one that names none takes all.</summary>
    public static bool Allow(JsonElement schema, JsonElement value)
    {
        var types = Of(schema);
        return types.Length == 0 || types.Any(type => Is(type, value));
    }

    /// <summary>The types that a schema names.</summary>
    public static string[] Of(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(each => each.GetString()!)]
        : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && NumberRules.IsInteger(value),
        _ => false,
    };
}
