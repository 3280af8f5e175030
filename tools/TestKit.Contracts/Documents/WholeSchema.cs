using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A schema with what it refers to and all parts of its <c>allOf</c> in one, for whoever makes or walks values; whether they fit is for the validator to say.</summary>
internal static class WholeSchema
{
    private const int Deepest = 16;

    // Of several bounds the narrowest holds.
    private static readonly string[] s_least = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"];
    private static readonly string[] s_most = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"];
    private static readonly string[] s_maps = ["properties", "patternProperties", "dependentSchemas"];
    private static readonly string[] s_schemas = ["items", "additionalProperties", "unevaluatedProperties", "unevaluatedItems", "contains"];

    /// <summary>The schema itself, if it has neither <c>$ref</c> nor <c>allOf</c>; else one that says what all of them say.</summary>
    /// <exception cref="NotSupportedException">The parts have no end.</exception>
    public static JsonElement Of(ApiDocument document, JsonElement schema) => Of(document, schema, 0);

    /// <summary>What both say, but for keywords that the first should not hand on.</summary>
    public static JsonElement Joined(JsonElement one, JsonElement other, params ReadOnlySpan<string> without)
    {
        var whole = ObjectOf(one);
        foreach (var keyword in without)
        {
            whole.Remove(keyword);
        }

        Add(whole, other);
        return DeepJson.Element(whole);
    }

    private static JsonElement Of(ApiDocument document, JsonElement schema, int depth)
    {
        if (schema.ValueKind != JsonValueKind.Object || !(schema.TryGetProperty("$ref", out _) || schema.TryGetProperty("allOf", out _)))
        {
            return schema;
        }

        if (depth > Deepest)
        {
            throw new NotSupportedException("its allOf has no end");
        }

        if (schema.EnumerateObject().All(keyword => keyword.Name == "$ref"))
        {
            return Of(document, document.Validator.Resolve(schema.GetProperty("$ref").GetString()!), depth + 1);
        }

        var whole = ObjectOf(schema);
        whole.Remove("allOf");
        whole.Remove("$ref");
        foreach (var part in Parts(document, schema))
        {
            Add(whole, Of(document, part, depth + 1));
        }

        return DeepJson.Element(whole);
    }

    private static IEnumerable<JsonElement> Parts(ApiDocument document, JsonElement schema)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            yield return document.Validator.Resolve(reference.GetString()!);
        }

        foreach (var part in schema.TryGetProperty("allOf", out var parts) ? parts.EnumerateArray() : default)
        {
            yield return part;
        }
    }

    /// <summary>True says nothing, false that there is no value.</summary>
    private static JsonObject ObjectOf(JsonElement schema) =>
        schema.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(schema)!,
            JsonValueKind.False => new JsonObject { ["not"] = new JsonObject() },
            _ => [],
        };

    private static void Add(JsonObject whole, JsonElement part)
    {
        foreach (var (keyword, value) in ObjectOf(part))
        {
            if (keyword is "oneOf" or "anyOf" && whole[keyword] is { } own)
            {
                // One choice of each: those that the value of the first fits, the second decides on.
                whole[keyword] = new JsonArray([.. own.AsArray().SelectMany(one => value!.AsArray().Select(two => Both(one, two)))]);
            }
            else
            {
                whole[keyword] = Joined(keyword, whole[keyword], value);
            }
        }
    }

    private static JsonNode? Joined(string keyword, JsonNode? one, JsonNode? other) =>
        (one, other) switch
        {
            (null, _) or (_, null) => other?.DeepClone(),
            (JsonObject mine, JsonObject theirs) when s_maps.Contains(keyword) => new JsonObject(
                mine.Concat(theirs).GroupBy(member => member.Key).Select(OfBoth)
            ),
            (JsonObject mine, JsonObject theirs) when keyword == "dependentRequired" => new JsonObject(
                mine.Concat(theirs)
                    .DistinctBy(member => member.Key)
                    .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
            ),
            _ when s_schemas.Contains(keyword) => Both(one, other),
            (JsonArray mine, JsonArray theirs) when keyword == "required" => ListOf(
                mine.Concat(theirs).DistinctBy(name => name!.ToString())
            ),
            (JsonArray mine, JsonArray theirs) when keyword == "enum" => ListOf(
                mine.Where(each => theirs.Any(value => JsonNode.DeepEquals(each, value)))
            ),
            _ when keyword == "type" => Types(one, other),
            _ when s_least.Contains(keyword) => Wider(other, one).DeepClone(),
            _ when s_most.Contains(keyword) => (Wider(other, one) == one ? other : one).DeepClone(),
            _ when keyword == "multipleOf" => MultipleOf(one.GetValue<decimal>(), other.GetValue<decimal>()),
            _ when keyword == "pattern" => one.ToString() == other.ToString()
                ? one.DeepClone()
                : $@"^(?=[\s\S]*?(?:{other}))[\s\S]*?(?:{one})",
            // Of two conditions one is gone by, and the value held against both.
            _ when keyword is "if" or "then" or "else" => one.DeepClone(),
            _ => other.DeepClone(),
        };

    /// <summary>What both names have in common: an integer is a number, too.</summary>
    private static JsonNode Types(JsonNode one, JsonNode other)
    {
        var (mine, theirs) = (Names(one), Names(other));
        var common = mine.Where(type => theirs.Contains(type) || (type == "integer" && theirs.Contains("number")))
            .Concat(theirs.Where(type => type == "integer" && mine.Contains("number")))
            .Distinct();
        return new JsonArray([.. common.Select(type => (JsonNode?)JsonValue.Create(type))]);
    }

    private static List<string> Names(JsonNode types) =>
        types is JsonArray many ? [.. many.Select(type => type!.ToString())] : [types.ToString()];

    private static decimal MultipleOf(decimal one, decimal other) =>
        one % other == 0 ? one
        : other % one == 0 ? other
        : one * other;

    /// <summary>A member that both name must be what both say.</summary>
    private static KeyValuePair<string, JsonNode?> OfBoth(IGrouping<string, KeyValuePair<string, JsonNode?>> same) =>
        KeyValuePair.Create(same.Key, same.Count() == 1 ? same.First().Value?.DeepClone() : Both(same.First().Value, same.Last().Value));

    private static JsonNode Both(JsonNode? one, JsonNode? other) => new JsonObject { ["allOf"] = ListOf([one, other]) };

    private static JsonArray ListOf(IEnumerable<JsonNode?> values) => new([.. values.Select(value => value?.DeepClone())]);

    private static JsonNode Wider(JsonNode one, JsonNode other) => one.GetValue<decimal>() >= other.GetValue<decimal>() ? one : other;
}
