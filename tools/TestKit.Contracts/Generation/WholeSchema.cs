using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>A schema with all parts of its <c>allOf</c> in one, for whoever makes values; whether they fit is for the validator to say.</summary>
internal static class WholeSchema
{
    private const int Deepest = 16;

    // Of several bounds the narrowest holds.
    private static readonly string[] s_least = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] s_most = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];

    /// <summary>The schema, if it has no <c>allOf</c>; else one that says what all of them say.</summary>
    /// <exception cref="NotSupportedException">The parts have no end.</exception>
    public static JsonElement Of(ApiDocument document, JsonElement schema, int depth = 0)
    {
        if (schema.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("allOf", out var parts))
        {
            return schema;
        }

        if (depth > Deepest)
        {
            throw new NotSupportedException("its allOf has no end");
        }

        var whole = JsonObject.Create(schema)!;
        whole.Remove("allOf");
        foreach (var part in parts.EnumerateArray().Select(part => Of(document, document.Resolve(part), depth + 1)))
        {
            foreach (var (keyword, value) in JsonObject.Create(part) ?? [])
            {
                whole[keyword] = Joined(keyword, whole[keyword], value!);
            }
        }

        return JsonSerializer.SerializeToElement(whole);
    }

    private static JsonNode? Joined(string keyword, JsonNode? one, JsonNode other) =>
        one is null ? other.DeepClone()
        : keyword is "properties" && one is JsonObject own
            ? new JsonObject(own.Concat(other.AsObject()).GroupBy(member => member.Key).Select(OfBoth))
        : keyword is "required"
            ? new JsonArray([
                .. one.AsArray().Concat(other.AsArray()).DistinctBy(name => name!.ToString()).Select(name => name!.DeepClone()),
            ])
        : s_least.Contains(keyword) ? Wider(other, one).DeepClone()
        : s_most.Contains(keyword) ? (Wider(other, one) == one ? other : one).DeepClone()
        : other.DeepClone();

    /// <summary>A member that both name must be what both say.</summary>
    private static KeyValuePair<string, JsonNode?> OfBoth(IGrouping<string, KeyValuePair<string, JsonNode?>> same) =>
        KeyValuePair.Create(
            same.Key,
            same.Count() == 1
                ? same.First().Value?.DeepClone()
                : (JsonNode?)new JsonObject { ["allOf"] = new JsonArray([.. same.Select(member => member.Value?.DeepClone())]) }
        );

    private static JsonNode Wider(JsonNode one, JsonNode other) => one.GetValue<decimal>() >= other.GetValue<decimal>() ? one : other;
}
