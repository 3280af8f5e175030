using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Lists just beyond what the keywords of a schema allow, of the simplest items.</summary>
internal sealed class ListBounds(ApiDocument document)
{
    // A longer list says no more than a shorter one, and takes long to make: whoever has one tests it by hand.
    private const int MostCharacters = 2_000_000;

    // The shortest of some is taken: it is there ten thousand times.
    private const int Samples = 20;

    public IEnumerable<JsonNode?> Of(JsonElement schema, JsonElement list)
    {
        if (Count(schema, "minItems") is > 0 and { } least)
        {
            yield return ListOf(list.EnumerateArray().Take(least - 1).Select(DeepJson.Node));
        }

        var isUnique = schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean();
        if (isUnique && Items(schema, Math.Max(1, (Count(schema, "minItems") ?? 1) - 1), true) is { } some)
        {
            yield return ListOf([.. some, some[0]]);
        }

        if (Count(schema, "maxItems") is { } most && most < MostCharacters && Items(schema, most + 1, isUnique) is { } items)
        {
            yield return ListOf(items);
        }
    }

    /// <summary>So many items; null when the schema has not so many that differ, or they would be too long.</summary>
    private List<JsonNode?>? Items(JsonElement schema, int count, bool isUnique)
    {
        var generator = new ValueGenerator(document, Extent.Least, new Random(1));
        var item = schema.TryGetProperty("items", out var items) ? items : default;
        var first = Enumerable.Range(0, Samples).Select(_ => generator.Make(item, 0)).MinBy(each => each?.ToJsonString().Length ?? 0);
        if ((first?.ToJsonString().Length ?? 4) * (long)count > MostCharacters)
        {
            return null;
        }

        var all = Enumerable.Range(0, isUnique ? count + 10 : 0).Select(_ => generator.Make(item, 0)).Prepend(first);
        var made = (isUnique ? all.DistinctBy(each => each?.ToJsonString()).Take(count) : Enumerable.Repeat(first, count)).ToList();
        return made.Count < count ? null : made;
    }

    private static JsonArray ListOf(IEnumerable<JsonNode?> items) => new([.. items.Select(item => item?.DeepClone())]);

    private static int? Count(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) ? (int)Math.Min(bound.GetDouble(), int.MaxValue - 1) : null;
}
