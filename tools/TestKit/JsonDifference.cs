using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit;

/// <summary>Where two JSON values differ: one line each, with its path, instead of two long texts to compare by eye.</summary>
internal static class JsonDifference
{
    /// <summary>Finds the differences; none when the two are equal as JSON has it.</summary>
    public static IEnumerable<string> Of(JsonNode? expected, JsonNode? actual, string path = "$") =>
        (expected, actual) switch
        {
            _ when JsonNode.DeepEquals(expected, actual) => [],
            (JsonObject left, JsonObject right) => left.Select(member => member.Key)
                .Union(right.Select(member => member.Key))
                .SelectMany(name => OfMember(left, right, name, $"{path}.{name}")),
            (JsonArray left, JsonArray right) when left.Count == right.Count => left.Zip(right)
                .SelectMany((pair, i) => Of(pair.First, pair.Second, $"{path}[{i}]")),
            (JsonArray left, JsonArray right) =>
            [
                $"{path}: expected {left.Count} items, found {right.Count}",
                .. NotIn(right, left).Select(item => $"{path}: missing {Text(item)}"),
                .. NotIn(left, right).Select(item => $"{path}: unexpected {Text(item)}"),
            ],
            _ => [$"{path}: expected {Text(expected)}, found {Text(actual)}"],
        };

    private static IEnumerable<string> OfMember(JsonObject left, JsonObject right, string name, string path) =>
        !left.ContainsKey(name) ? [$"{path}: unexpected {Text(right[name])}"]
        : !right.ContainsKey(name) ? [$"{path}: missing, expected {Text(left[name])}"]
        : Of(left[name], right[name], path);

    private static IEnumerable<JsonNode?> NotIn(JsonArray array, JsonArray items) =>
        items.Where(item => !array.Any(other => JsonNode.DeepEquals(item, other)));

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
