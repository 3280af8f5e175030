using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>How much of what a schema leaves open a value holds.</summary>
internal enum Extent
{
    /// <summary>Only what is required.</summary>
    Least,

    /// <summary>Sometimes this, sometimes that.</summary>
    Any,

    /// <summary>Every member, and an item in every list.</summary>
    Most,
}

/// <summary>Values that a schema allows. Where the schema has <c>examples</c> they are the only values: they say what the schema cannot.</summary>
internal sealed class ValueGenerator(ApiDocument document, Extent extent)
{
    private const int DeepestNesting = 6;

    // What is required and never null or empty goes on for ever.
    private const int NoEnd = 3 * DeepestNesting;

    /// <summary>Values of a schema.</summary>
    /// <exception cref="NotSupportedException">Each value would have another within it.</exception>
    public Gen<JsonNode?> Of(JsonElement schema, int depth = 0)
    {
        schema = WholeSchema.Of(document, document.Resolve(schema));
        if (depth > NoEnd)
        {
            throw new NotSupportedException("its schema requires another of itself within itself, without end");
        }

        return Examples(schema) ?? Constant(schema) ?? Given(schema, "enum") ?? Choice(schema, depth) ?? OfType(schema, depth);
    }

    /// <summary>One of the examples; as every member is asked for, the one that says most.</summary>
    private Gen<JsonNode?>? Examples(JsonElement schema) =>
        extent == Extent.Most && schema.TryGetProperty("examples", out var examples)
            ? OneOf(examples.EnumerateArray().MaxBy(example => example.GetRawText().Length))
            : Given(schema, "examples");

    private static Gen<JsonNode?>? Constant(JsonElement schema) => schema.TryGetProperty("const", out var value) ? OneOf(value) : null;

    private static Gen<JsonNode?>? Given(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var values) ? OneOf([.. values.EnumerateArray()]) : null;

    private static Gen<JsonNode?> OneOf(params JsonElement[] values) =>
        Gen.Elements(values).Select(value => JsonSerializer.SerializeToNode(value));

    private Gen<JsonNode?>? Choice(JsonElement schema, int depth)
    {
        if (!schema.TryGetProperty("oneOf", out var parts) && !schema.TryGetProperty("anyOf", out parts))
        {
            return null;
        }

        var nothing = parts.EnumerateArray().Where(IsNull).ToList();
        var others = parts.EnumerateArray().Where(part => extent == Extent.Any || !IsNull(part)).ToList();
        var chosen = nothing.Count > 0 && (depth >= DeepestNesting || others.Count == 0) ? nothing : others;
        return Gen.OneOf(chosen.Select(part => Of(part, depth)).ToArray());
    }

    private Gen<JsonNode?> OfType(JsonElement schema, int depth)
    {
        var types = Types(schema);
        if (depth >= DeepestNesting && types.Contains("null"))
        {
            return Gen.Constant<JsonNode?>(null);
        }

        var value = types.FirstOrDefault(type => type != "null") switch
        {
            "object" => OfObject(schema, depth + 1),
            "array" => OfArray(schema, depth),
            "integer" => NumberGenerator.Integer(schema),
            "number" => NumberGenerator.Decimal(schema),
            null => Gen.Constant<JsonNode?>(null),
            "boolean" => Gen.Elements(true, false).Select(flag => (JsonNode?)JsonValue.Create(flag)),
            _ => TextGenerator.Of(schema),
        };
        return extent == Extent.Any && types.Contains("null") ? Gen.Frequency((3, value), (1, Gen.Constant<JsonNode?>(null))) : value;
    }

    private Gen<JsonNode?> OfObject(JsonElement schema, int depth)
    {
        var required = schema.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet()
            : [];
        var members = schema.TryGetProperty("properties", out var properties)
            ? properties
                .EnumerateObject()
                .Where(member => required.Contains(member.Name) || (extent != Extent.Least && depth < DeepestNesting))
            : [];
        var known = Gen.CollectToList(
            members,
            member => Member(member.Name, Of(member.Value, depth), extent == Extent.Any && !required.Contains(member.Name))
        );
        return from all in known
            from others in Others(schema, depth)
            select (JsonNode?)new JsonObject(all.SelectMany(member => member).Concat(others).DistinctBy(member => member.Key));
    }

    private static Gen<KeyValuePair<string, JsonNode?>[]> Member(string name, Gen<JsonNode?> value, bool isOptional)
    {
        var present = value.Select(node => new[] { KeyValuePair.Create(name, node) });
        return isOptional ? Gen.OneOf(present, Gen.Constant(Array.Empty<KeyValuePair<string, JsonNode?>>())) : present;
    }

    /// <summary>Members of free names, where the schema takes them.</summary>
    private Gen<KeyValuePair<string, JsonNode?>[]> Others(JsonElement schema, int depth)
    {
        var isOpen = schema.TryGetProperty("additionalProperties", out var others)
            ? others.ValueKind is JsonValueKind.Object
            : !schema.TryGetProperty("properties", out _);
        if (!isOpen || extent == Extent.Least || depth >= DeepestNesting)
        {
            return Gen.Constant(Array.Empty<KeyValuePair<string, JsonNode?>>());
        }

        var value =
            others.ValueKind == JsonValueKind.Object
                ? Of(others, depth)
                : TextGenerator.Name.Select(text => (JsonNode?)JsonValue.Create(text));
        var member = TextGenerator.Name.SelectMany(name => value.Select(node => KeyValuePair.Create(name, node)));
        return Gen.Choose(extent == Extent.Most ? 1 : 0, 2).SelectMany(count => member.ArrayOf(count));
    }

    private Gen<JsonNode?> OfArray(JsonElement schema, int depth)
    {
        var least = schema.TryGetProperty("minItems", out var bound) ? bound.GetInt32() : 0;
        var most = schema.TryGetProperty("maxItems", out bound) ? bound.GetInt32() : int.MaxValue;
        var isDeep = depth >= DeepestNesting - 1;
        var usual = extent == Extent.Least || isDeep ? least : Math.Min(most, least + 2);
        if (usual == 0)
        {
            return Gen.Constant<JsonNode?>(null).Select(_ => (JsonNode?)new JsonArray());
        }

        var items = schema.TryGetProperty("items", out var item) ? Of(item, depth + 1) : Gen.Constant<JsonNode?>(null);
        var isUnique = schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
        return from count in Gen.Choose(extent == Extent.Most ? Math.Max(1, Math.Min(least, usual)) : least, usual)
            from values in items.ArrayOf(count)
            select (JsonNode?)new JsonArray([.. isUnique ? values.DistinctBy(value => value?.ToJsonString()) : values]);
    }

    private static string[] Types(JsonElement schema) =>
        schema.TryGetProperty("type", out var type)
            ? type.ValueKind == JsonValueKind.Array
                ? [.. type.EnumerateArray().Select(each => each.GetString()!)]
                : [type.GetString()!]
            : [schema.TryGetProperty("properties", out _) ? "object" : "string"];

    private static bool IsNull(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "null";
}
