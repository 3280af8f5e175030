using System.Text.Json;
using System.Text.Json.Nodes;

namespace TestKit.Contracts.Generation;

/// <summary>Breaks valid inputs, each at one place.</summary>
internal sealed class Mutator(ApiDocument document, bool isForm)
{
    private const string Unknown = "unknown_member";

    /// <summary>Every way to break an input; each result breaks its schema at one place, and only there.</summary>
    public IEnumerable<JsonObject> Break(JsonElement schema, JsonObject input, Mutation mutation) =>
        from place in Places(schema, input, []).DistinctBy(place => place.Pattern)
        from changed in Replacements(place, mutation)
        let broken = place.Put(input, changed)
        where document.Breaches(schema, broken).DistinctBy(breach => breach.Path).Count() is 1
        select broken;

    /// <summary>Every value within a value, with its schema. What stands in the path is left alone: another path is another thing, and a 404.</summary>
    private IEnumerable<Place> Places(JsonElement schema, JsonNode? value, object[] path)
    {
        schema = Chosen(document.Resolve(schema), value);
        if (path is ["path", ..])
        {
            return [];
        }

        var children = value switch
        {
            JsonObject members when schema.TryGetProperty("properties", out var known) => members
                .Where(member => known.TryGetProperty(member.Key, out _))
                .SelectMany(member => Places(known.GetProperty(member.Key), member.Value, [.. path, member.Key])),
            JsonArray array when schema.TryGetProperty("items", out var item) => array.SelectMany((each, index) => Places(item, each, [.. path, index])),
            _ => [],
        };
        return children.Prepend(new Place(path, schema, value));
    }

    private JsonElement Chosen(JsonElement schema, JsonNode? value) =>
        schema.TryGetProperty("oneOf", out var parts) || schema.TryGetProperty("anyOf", out parts)
            ? parts.EnumerateArray().Select(document.Resolve).FirstOrDefault(part => document.Breaches(part, value).Count == 0, schema)
            : schema;

    private IEnumerable<JsonNode?> Replacements(Place place, Mutation mutation) => mutation switch
    {
        Mutation.OutOfBounds => Bounds.Beyond(place.Schema, place.Value),
        Mutation.Missing => Without(place),
        _ when place.Path.Length == 0 => [],
        // A query and a form hold texts: nothing there is null or an object.
        Mutation.WrongType when IsText(place) => place.Value?.GetValueKind() is JsonValueKind.String or JsonValueKind.Object ? [] : ["x", "1.5"],
        _ when IsText(place) => [],
        Mutation.WrongType => OtherTypes.Where(other => place.Value?.GetValueKind() is var kind && (kind != other.GetValueKind() || kind == JsonValueKind.Number)),
        Mutation.Null => [null],
        _ => place.Value is JsonObject known ? [With(known, Unknown, 1)] : [],
    };

    private static JsonNode[] OtherTypes => [1.5, 7, "x", true, new JsonObject(), new JsonArray()];

    private bool IsText(Place place) => place.Path is ["query", ..] || (isForm && place.Path is ["body", ..]);

    private static IEnumerable<JsonNode?> Without(Place place) =>
        place.Value is JsonObject known && place.Schema.TryGetProperty("required", out var required)
            ? required.EnumerateArray().Select(name => name.GetString()!).Where(name => name is not ("path" or "query")).Select(name => Without(known, name))
            : [];

    private static JsonObject Without(JsonObject known, string name)
    {
        var copy = known.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }

    private static JsonObject With(JsonObject known, string name, JsonNode value)
    {
        var copy = known.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }
}
