using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Simpler values than a given one, the simplest first.</summary>
internal static class Shrinking
{
    public static IEnumerable<JsonNode?> Of(JsonNode? value) =>
        value switch
        {
            JsonObject members => OfObject(members),
            JsonArray items => OfArray(items),
            JsonValue text when text.GetValueKind() == JsonValueKind.String => OfText(text.GetValue<string>()),
            JsonValue number when number.GetValueKind() == JsonValueKind.Number => OfNumber(number),
            _ => [],
        };

    private static IEnumerable<JsonNode?> OfObject(JsonObject members)
    {
        foreach (var name in members.Select(member => member.Key))
        {
            yield return new JsonObject(members.Where(member => member.Key != name).Select(Copy));
        }

        foreach (var (name, value) in members)
        {
            foreach (var simpler in Of(value))
            {
                yield return new JsonObject(
                    members.Select(member => member.Key == name ? KeyValuePair.Create(name, simpler?.DeepClone()) : Copy(member))
                );
            }
        }
    }

    private static IEnumerable<JsonNode?> OfArray(JsonArray items)
    {
        foreach (var count in new[] { 0, 1, items.Count / 2, items.Count - 1 }.Distinct().Where(count => count >= 0 && count < items.Count))
        {
            yield return new JsonArray([.. items.Take(count).Select(item => item?.DeepClone())]);
        }

        foreach (var (item, index) in items.Take(3).Select((item, index) => (item, index)))
        {
            foreach (var simpler in Of(item))
            {
                yield return new JsonArray([.. items.Select((each, i) => i == index ? simpler?.DeepClone() : each?.DeepClone())]);
            }
        }
    }

    private static IEnumerable<JsonNode?> OfText(string text)
    {
        var runes = text.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        return new[]
        {
            "",
            "a",
            string.Concat(runes.Take(runes.Count / 2)),
            string.Concat(runes.Skip(runes.Count / 2)),
            new string('a', runes.Count),
        }
            .Distinct()
            .Where(simpler => simpler.Length < text.Length || (simpler.Length == text.Length && string.CompareOrdinal(simpler, text) < 0))
            .Select(simpler => (JsonNode?)JsonValue.Create(simpler));
    }

    private static IEnumerable<JsonNode?> OfNumber(JsonValue value)
    {
        var number = value.Deserialize<double>();
        return new[] { 0, 1, Math.Truncate(number / 2) }
            .Where(simpler => Math.Abs(simpler) < Math.Abs(number))
            .Select(simpler => (JsonNode?)JsonValue.Create((long)simpler));
    }

    private static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> member) =>
        KeyValuePair.Create(member.Key, member.Value?.DeepClone());
}
