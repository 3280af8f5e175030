using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Decides what a schema leaves open for one value: one of its <c>oneOf</c> or <c>anyOf</c>, then or else, one of the kinds that a discriminator tells apart.</summary>
internal sealed class SchemaChoice(ValueGenerator values)
{
    private const int Deepest = 16;

    /// <summary>A schema without any of these, which the value is to fit as well.</summary>
    /// <exception cref="NotSupportedException">It does not come to an end.</exception>
    public JsonElement Of(JsonElement schema, int depth)
    {
        var isTold = false;
        for (var i = 0; i < Deepest; i++)
        {
            schema = WholeSchema.Of(values.Document, schema);
            if (schema.ValueKind != JsonValueKind.Object)
            {
                return schema;
            }

            if (Choices(schema, isTold) is not { } choices)
            {
                if (Condition(schema) is not { } decided)
                {
                    return schema;
                }

                schema = decided;
                continue;
            }

            isTold = true;
            var part = One(choices, depth);
            schema = WholeSchema.Joined(WholeSchema.Joined(schema, Told(schema, part)), part, "oneOf", "anyOf");
        }

        throw new NotSupportedException("its choices have no end");
    }

    private List<JsonElement>? Choices(JsonElement schema, bool isTold) =>
        schema.TryGetProperty("oneOf", out var parts) || schema.TryGetProperty("anyOf", out parts) ? [.. parts.EnumerateArray()]
        : !isTold && Mapping(schema) is [_, ..] mapping ? [.. mapping.Select(kind => OneKeyword.Schema("$ref", kind.Reference))]
        : null;

    /// <summary>One that comes to an end; deep down the one that does so first.</summary>
    private JsonElement One(List<JsonElement> choices, int depth)
    {
        var heights = Heights.Of(values.Document);
        var open = choices.Where(part => heights.Of(part) < Heights.Endless).DefaultIfEmpty(choices[0]).ToList();
        if (depth >= ValueGenerator.DeepestNesting)
        {
            return open.OrderBy(part => !SchemaTypes.IsNull(part)).MinBy(heights.Of);
        }

        var wanted = open.Where(part => values.Extent == Extent.Any || !SchemaTypes.IsNull(part)).DefaultIfEmpty(open[0]).ToList();
        return wanted[values.Random.Next(wanted.Count)];
    }

    private JsonElement? Condition(JsonElement schema)
    {
        if (schema.TryGetProperty("if", out var condition))
        {
            var (isMet, rest) = (values.Random.Next(2) == 0, WholeSchema.Joined(schema, default, "if", "then", "else"));
            rest = isMet ? WholeSchema.Joined(rest, condition) : rest;
            return schema.TryGetProperty(isMet ? "then" : "else", out var branch) ? WholeSchema.Joined(rest, branch) : rest;
        }

        if (
            schema.TryGetProperty("dependentSchemas", out var dependents)
            && dependents.EnumerateObject().Select(dependent => (dependent.Name, dependent.Value)).FirstOrDefault() is ({ } name, var also)
        )
        {
            var rest = JsonObject.Create(schema)!;
            rest["dependentSchemas"]!.AsObject().Remove(name);
            rest.Remove(rest["dependentSchemas"]!.AsObject().Count == 0 ? "dependentSchemas" : "");
            var isThere = values.Wants(0) || Names(schema).Contains(name);
            return isThere
                ? WholeSchema.Joined(WholeSchema.Joined(DeepJson.Element(rest), also), OneKeyword.Schema("required", new[] { name }))
                : DeepJson.Element(rest);
        }

        return null;
    }

    private static IEnumerable<string> Names(JsonElement schema) =>
        schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!) : [];

    /// <summary>What a discriminator says of a kind (OpenAPI 3.1, 4.8.25): its name as the mapping has it, else the schema's own.</summary>
    private JsonElement Told(JsonElement schema, JsonElement part)
    {
        if (Property(schema) is not { } property || !part.TryGetProperty("$ref", out var reference))
        {
            return default;
        }

        var name = Mapping(schema).FirstOrDefault(kind => kind.Reference == reference.GetString()).Name;
        object rule =
            name is not null ? new { @const = name }
            : SaysItself(part, property) ? new { }
            : new { @const = reference.GetString()!.Split('/')[^1] };
        return JsonSerializer.SerializeToElement(
            new { required = new[] { property }, properties = new Dictionary<string, object> { [property] = rule } }
        );
    }

    private bool SaysItself(JsonElement part, string property) =>
        WholeSchema.Of(values.Document, part) is { ValueKind: JsonValueKind.Object } whole
        && whole.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty(property, out var own)
        && WholeSchema.Of(values.Document, own) is { ValueKind: JsonValueKind.Object } rule
        && (rule.TryGetProperty("const", out _) || rule.TryGetProperty("enum", out _));

    private static string? Property(JsonElement schema) =>
        schema.TryGetProperty("discriminator", out var discriminator) && discriminator.TryGetProperty("propertyName", out var name)
            ? name.GetString()
            : null;

    private static IReadOnlyList<(string Name, string Reference)> Mapping(JsonElement schema) =>
        schema.TryGetProperty("discriminator", out var discriminator) && discriminator.TryGetProperty("mapping", out var mapping)
            ?
            [
                .. mapping
                    .EnumerateObject()
                    .Select(kind => (kind.Name, Text: kind.Value.GetString()!))
                    .Select(kind => (kind.Name, kind.Text.Contains('/') ? kind.Text : $"#/components/schemas/{kind.Text}")),
            ]
            : [];
}
