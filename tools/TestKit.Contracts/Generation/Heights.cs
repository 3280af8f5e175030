using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>How deep the least value of a schema is nested: so that a value of a schema that is within itself comes to an end, and the shortest way there is known.</summary>
internal sealed class Heights(ApiDocument document)
{
    /// <summary>Of a schema whose every value has another one within it, without end.</summary>
    public const int Endless = 1_000_000;

    private static readonly ConditionalWeakTable<ApiDocument, Heights> s_known = [];

    private readonly Dictionary<string, int> _ofReference = [];
    private readonly Lock _gate = new();
    private int _settled;

    public static Heights Of(ApiDocument document) => s_known.GetValue(document, known => new Heights(known));

    /// <summary>The height; from <see cref="Endless"/> up there is none.</summary>
    public int Of(JsonElement schema)
    {
        lock (_gate)
        {
            var height = Within(schema);
            if (_ofReference.Count == _settled)
            {
                return height;
            }

            // What is not known yet is taken for endless, until a round finds nothing lower.
            for (var isSettled = false; !isSettled; )
            {
                isSettled = true;
                foreach (var reference in _ofReference.Keys.ToList())
                {
                    var (before, count) = (_ofReference[reference], _ofReference.Count);
                    _ofReference[reference] = Math.Min(before, Within(document.Validator.Resolve(reference)));
                    isSettled &= before == _ofReference[reference] && count == _ofReference.Count;
                }
            }

            _settled = _ofReference.Count;
            return Within(schema);
        }
    }

    private int Within(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return 0;
        }

        int[] parts =
        [
            OfReference(schema),
            OfMembers(schema),
            OfItems(schema),
            .. Parts(schema, "allOf"),
            Lowest(schema, "oneOf"),
            Lowest(schema, "anyOf"),
        ];
        // Null, a text or an example ends it.
        return MayEnd(schema)
            ? Math.Max(OfReference(schema), Parts(schema, "allOf").DefaultIfEmpty(0).Max())
            : Math.Min(parts.Max(), Endless);
    }

    private static bool MayEnd(JsonElement schema) =>
        schema.TryGetProperty("enum", out _)
        || schema.TryGetProperty("const", out _)
        || schema.TryGetProperty("examples", out _)
        || TypeRules.Of(schema).Any(type => type is not ("object" or "array"));

    private int OfReference(JsonElement schema)
    {
        if (!schema.TryGetProperty("$ref", out var reference))
        {
            return 0;
        }

        _ofReference.TryAdd(reference.GetString()!, Endless);
        return _ofReference[reference.GetString()!];
    }

    private int OfMembers(JsonElement schema) =>
        schema.TryGetProperty("required", out var required)
        && schema.TryGetProperty("properties", out var properties)
        && properties.ValueKind == JsonValueKind.Object
            ? required
                .EnumerateArray()
                .Select(name => properties.TryGetProperty(name.GetString()!, out var member) ? Within(member) + 1 : 0)
                .DefaultIfEmpty(0)
                .Max()
            : 0;

    private int OfItems(JsonElement schema) =>
        schema.TryGetProperty("items", out var items) && schema.TryGetProperty("minItems", out var least) && least.GetDouble() > 0
            ? Within(items) + 1
            : 0;

    private IEnumerable<int> Parts(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var parts) ? parts.EnumerateArray().Select(Within) : [];

    private int Lowest(JsonElement schema, string keyword) => Parts(schema, keyword).DefaultIfEmpty(0).Min();
}
