using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Lists just beyond what the keywords of a schema allow, of the simplest items.</summary>
internal sealed class ListBounds(ApiDocument document)
{
    // A longer list says no more than a shorter one, and takes long to make: whoever has one tests it by hand.
    private const int MostCharacters = 2_000_000;

    public IEnumerable<JsonNode?> Of(JsonElement schema, JsonElement list)
    {
        if (Count(schema, "minItems") is > 0 and { } least)
        {
            yield return ListOf(list.EnumerateArray().Take(least - 1).Select(item => JsonSerializer.SerializeToNode(item)));
        }

        var isUnique = schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
        if (isUnique && Items(schema, 1, false) is { } one)
        {
            yield return ListOf([.. one, .. one]);
        }

        if (Count(schema, "maxItems") is { } most && Items(schema, most + 1, isUnique) is { } items)
        {
            yield return ListOf(items);
        }
    }

    /// <summary>So many items; null when the schema has not so many that differ, or they would be too long.</summary>
    private List<JsonNode?>? Items(JsonElement schema, int count, bool isUnique)
    {
        var item = schema.TryGetProperty("items", out var items)
            ? new ValueGenerator(document, Extent.Least).Of(items)
            : Gen.Constant<JsonNode?>(null);
        var first = item.Sample(1, new Rnd(1), 1).Single();
        var all = !isUnique
            ? Enumerable.Repeat(first, count)
            : item.Sample(count + 10, new Rnd(1), 1).DistinctBy(each => each?.ToJsonString()).Take(count);
        return (first?.ToJsonString().Length ?? 4) * (long)count > MostCharacters || all.ToList() is not { } made || made.Count < count
            ? null
            : made;
    }

    private static JsonArray ListOf(IEnumerable<JsonNode?> items) => new([.. items.Select(item => item?.DeepClone())]);

    private static int? Count(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) ? bound.GetInt32() : null;
}
