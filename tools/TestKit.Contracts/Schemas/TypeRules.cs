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
}
