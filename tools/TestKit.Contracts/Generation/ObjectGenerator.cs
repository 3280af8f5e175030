using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Objects: what is required, what that requires in turn, and members of free names.</summary>
internal sealed class ObjectGenerator(ValueGenerator values)
{
    private const int Tries = 20;

    public JsonObject Make(JsonElement schema, int depth)
    {
        var (made, required) = (new JsonObject(), Required(schema));
        var most = Count(schema, "maxProperties") ?? int.MaxValue;
        foreach (var (name, member) in Members(schema))
        {
            if (required.Contains(name) || (made.Count < most && !IsReadOnly(member) && IsFinite(member) && values.Wants(depth)))
            {
                made[name] = values.Make(member, depth);
            }
        }

        foreach (var name in required.Concat(Dependent(schema, made)).Where(name => !made.ContainsKey(name)).ToList())
        {
            made[name] = values.Make(Rule(schema, name), depth);
        }

        AddFree(schema, made, most, depth);
        return made;
    }

    private void AddFree(JsonElement schema, JsonObject made, int most, int depth)
    {
        var least = Count(schema, "minProperties") ?? 0;
        var wanted = IsOpen(schema) && values.Wants(depth) ? values.Random.Next(1, 3) : 0;
        foreach (
            var (name, member) in Members(schema)
                .Where(member => made.Count < least && !made.ContainsKey(member.Name) && IsFinite(member.Schema))
        )
        {
            made[name] = values.Make(member, depth);
        }

        for (var i = 0; i < Tries && made.Count < most && (made.Count < least || i < wanted); i++)
        {
            if (FreeName(schema) is { } name && Rule(schema, name).ValueKind != JsonValueKind.False && !made.ContainsKey(name))
            {
                made[name] = values.Make(Rule(schema, name), depth);
            }
        }
    }

    private bool IsFinite(JsonElement member) => Heights.Of(values.Document).Of(member) < Heights.Endless;

    /// <summary>Sent by the service alone (OpenAPI 3.1, 4.8.24).</summary>
    private bool IsReadOnly(JsonElement member) =>
        values.Document.Resolve(member) is { ValueKind: JsonValueKind.Object } rule
        && rule.TryGetProperty("readOnly", out var isReadOnly)
        && isReadOnly.ValueKind == JsonValueKind.True;

    /// <summary>Whether the schema says something of members of free names, or nothing of any.</summary>
    private static bool IsOpen(JsonElement schema) =>
        schema.TryGetProperty("additionalProperties", out var others)
            ? others.ValueKind == JsonValueKind.Object
            : schema.TryGetProperty("patternProperties", out _)
                || (!schema.TryGetProperty("properties", out _) && !schema.TryGetProperty("unevaluatedProperties", out _));

    private string? FreeName(JsonElement schema) =>
        schema.TryGetProperty("propertyNames", out var names) ? values.Make(names, 1)?.ToString()
        : Patterns(schema).Select(pattern => pattern.Name).FirstOrDefault() is { } pattern
            ? PatternGenerator.Make(pattern, 0, int.MaxValue, values.Random)
        : values.Make(default, 1)!.ToString();

    private static IEnumerable<JsonProperty> Patterns(JsonElement schema) =>
        schema.TryGetProperty("patternProperties", out var patterns) ? patterns.EnumerateObject() : [];

    /// <summary>What a member of this name is to be.</summary>
    private static JsonElement Rule(JsonElement schema, string name) =>
        Members(schema).FirstOrDefault(member => member.Name == name) is { Name: not null } known ? known.Schema
        : Patterns(schema).FirstOrDefault(pattern => Contracts.Patterns.Of(pattern.Name).IsMatch(name))
            is { Value.ValueKind: not JsonValueKind.Undefined } match
            ? match.Value
        : schema.TryGetProperty("additionalProperties", out var others) || schema.TryGetProperty("unevaluatedProperties", out others)
            ? others
        : default;

    private static HashSet<string> Required(JsonElement schema) =>
        schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()!).ToHashSet() : [];

    /// <summary>What those that are there require, and what these require in turn.</summary>
    private static HashSet<string> Dependent(JsonElement schema, JsonObject made)
    {
        var all = made.Select(member => member.Key).ToHashSet();
        if (schema.TryGetProperty("dependentRequired", out var rules))
        {
            for (var before = -1; before != all.Count; )
            {
                before = all.Count;
                all.UnionWith(
                    rules
                        .EnumerateObject()
                        .Where(rule => all.Contains(rule.Name))
                        .SelectMany(rule => rule.Value.EnumerateArray())
                        .Select(name => name.GetString()!)
                        .ToList()
                );
            }
        }

        return all;
    }

    private static IEnumerable<(string Name, JsonElement Schema)> Members(JsonElement schema) =>
        schema.TryGetProperty("properties", out var members) ? members.EnumerateObject().Select(member => (member.Name, member.Value)) : [];

    private static int? Count(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) ? (int)Math.Min(bound.GetDouble(), int.MaxValue) : null;
}
