using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Lists: of items that differ where they must, and with those that they must contain.</summary>
internal sealed class ListGenerator(ValueGenerator values)
{
    private const int Tries = 50;

    public JsonArray Make(JsonElement schema, int depth)
    {
        var (made, rules) = (new JsonArray(), Rules(schema, depth));
        var isUnique = schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
        foreach (var rule in rules)
        {
            var item = values.Make(rule, depth);
            for (var i = 0; isUnique && i < Tries && Has(made, item); i++)
            {
                item = values.Make(rule, depth);
            }

            if (!isUnique || !Has(made, item))
            {
                made.Add(item);
            }
        }

        return made;
    }

    private static bool Has(JsonArray made, JsonNode? item) => made.Any(earlier => JsonNode.DeepEquals(earlier, item));

    /// <summary>What each item is to be.</summary>
    private List<JsonElement> Rules(JsonElement schema, int depth)
    {
        var first = schema.TryGetProperty("prefixItems", out var prefix) ? prefix.EnumerateArray().ToList() : [];
        var items = schema.TryGetProperty("items", out var each) || schema.TryGetProperty("unevaluatedItems", out each) ? each : default;
        var contained = schema.TryGetProperty("contains", out var contains) ? Bound(schema, "minContains") ?? 1 : 0;
        var least = Math.Max(Bound(schema, "minItems") ?? 0, contained > 0 ? first.Count + contained : 0);
        var most = items.ValueKind == JsonValueKind.False ? first.Count : Bound(schema, "maxItems") ?? int.MaxValue;
        var usual = Math.Max(least, Math.Min(most, Math.Max(least, first.Count) + 2));
        var usualLeast = values.Extent == Extent.Most ? Math.Max(least, Math.Min(1, usual)) : least;
        var count = values.IsEnough(depth) || !IsFinite(items) ? least : values.Random.Next(usualLeast, usual + 1);
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select(i =>
                    i < first.Count ? first[i]
                    : i < first.Count + contained ? Both(contains, items)
                    : items
                ),
        ];
    }

    private bool IsFinite(JsonElement items) => Heights.Of(values.Document).Of(items) < Heights.Endless;

    private static JsonElement Both(JsonElement contains, JsonElement items) =>
        items.ValueKind == JsonValueKind.Undefined ? contains : OneKeyword.Schema("allOf", new[] { contains, items });

    private static int? Bound(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) ? (int)Math.Min(bound.GetDouble(), int.MaxValue) : null;
}
