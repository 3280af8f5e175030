using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Walks an input along its schema.</summary>
internal static class Places
{
    /// <summary>Every value within a value that the schema says something of; the whole is the first.</summary>
    public static IEnumerable<Place> Of(ApiDocument document, JsonElement schema, JsonElement value) =>
        Within(document, new Place([], "", schema, value), null);

    /// <summary>Those only that lead to where a breach is.</summary>
    public static IEnumerable<Place> To(Breach breach, ApiDocument document, JsonElement schema, JsonElement value) =>
        Within(document, new Place([], "", schema, value), breach.Path);

    private static IEnumerable<Place> Within(ApiDocument document, Place place, string? target)
    {
        var known = place with { Schema = Chosen(document, WholeSchema.Of(document, place.Schema), place.Value) };
        return known.Schema.ValueKind != JsonValueKind.Object
            ? []
            : Children(known)
                .Where(child => target is null || child.IsOnTheWayTo(target))
                .SelectMany(child => Within(document, child, target))
                .Prepend(known);
    }

    private static IEnumerable<Place> Children(Place parent) =>
        parent.Value.ValueKind switch
        {
            JsonValueKind.Object => from member in parent.Value.EnumerateObject()
            let known = Member(parent.Schema, member.Name)
            where known is not null
            select new Place([.. parent.Path, member.Name], Place.NameOf(parent.Name, known.Value.Name), known.Value.Schema, member.Value),
            JsonValueKind.Array when parent.Schema.TryGetProperty("items", out var item) => parent
                .Value.EnumerateArray()
                .Select((each, index) => new Place([.. parent.Path, index], parent.Name + Place.Item, item, each)),
            _ => [],
        };

    private static (JsonElement Schema, string Name)? Member(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var known) ? (known, name)
        : schema.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.Object
            ? (others, Place.FreeName)
        : null;

    /// <summary>Of several schemas the one that the value fits; else the one that has its type, so that what is wrong within it can be told.</summary>
    private static JsonElement Chosen(ApiDocument document, JsonElement schema, JsonElement value)
    {
        if (
            schema.ValueKind != JsonValueKind.Object
            || (!schema.TryGetProperty("oneOf", out var choices) && !schema.TryGetProperty("anyOf", out choices))
        )
        {
            return schema;
        }

        var parts = choices
            .EnumerateArray()
            .Select(choice => WholeSchema.Of(document, WholeSchema.Joined(schema, choice, "oneOf", "anyOf")))
            .ToList();
        return parts
            .Where(part => document.Validator.Validate(part, value).Count == 0)
            .Concat(parts.Where(part => HasType(document, part, value)))
            .FirstOrDefault(schema);
    }

    private static bool HasType(ApiDocument document, JsonElement schema, JsonElement value) =>
        schema.ValueKind != JsonValueKind.Object
        || !schema.TryGetProperty("type", out var types)
        || document.Validator.Validate(OneKeyword.Schema("type", types), value).Count == 0;
}
