using System.Text.Json;
using System.Text.Json.Nodes;

namespace TestKit.Contracts.Generation;

/// <summary>Values just beyond what the keywords of a schema allow.</summary>
internal static class Bounds
{
    // A longer list of large items says no more than a shorter one, and takes long to send.
    private const int MostCharacters = 2_000_000;

    public static IEnumerable<JsonNode?> Beyond(JsonElement schema, JsonNode? value) => value switch
    {
        JsonArray array => Lists(schema, array),
        JsonValue number when number.GetValueKind() == JsonValueKind.Number => Numbers(schema),
        JsonValue text when text.GetValueKind() == JsonValueKind.String => Texts(schema, text.GetValue<string>()),
        _ => [],
    };

    private static IEnumerable<JsonNode?> Numbers(JsonElement schema)
    {
        if (Number(schema, "minimum") is { } least)
        {
            yield return least - 1;
        }

        if (Number(schema, "maximum") is { } most)
        {
            yield return most + 1;
        }
    }

    private static IEnumerable<JsonNode?> Texts(JsonElement schema, string text)
    {
        if (Number(schema, "maxLength") is { } most)
        {
            yield return string.Concat(Enumerable.Repeat(text.Length == 0 ? "x" : text, (int)most + 1))[..((int)most + 1)];
        }

        if (Number(schema, "minLength") is > 0)
        {
            yield return "";
        }

        if (schema.TryGetProperty("enum", out _) || schema.TryGetProperty("format", out _))
        {
            yield return "neither";
            yield return text + "x";
            yield return text.ToUpperInvariant();
        }

        if (schema.TryGetProperty("pattern", out _))
        {
            yield return "   ";
            yield return "";
        }
    }

    private static IEnumerable<JsonNode?> Lists(JsonElement schema, JsonArray array)
    {
        if (Number(schema, "minItems") is > 0)
        {
            yield return new JsonArray();
        }

        if (array.Count == 0)
        {
            yield break;
        }

        var item = array[0];
        if (schema.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean())
        {
            yield return new JsonArray([.. array.Append(item).Select(each => each?.DeepClone())]);
        }
        else if (Number(schema, "maxItems") is { } most && most * (item?.ToJsonString().Length ?? 4) <= MostCharacters)
        {
            yield return new JsonArray([.. Enumerable.Range(0, (int)most + 1).Select(_ => item?.DeepClone())]);
        }
    }

    private static long? Number(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var bound) && bound.TryGetInt64(out var number) ? number : null;
}
