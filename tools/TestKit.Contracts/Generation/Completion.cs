using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Adds to an example what it leaves out.</summary>
internal static class Completion
{
    /// <summary>The example, with the members that only the generated value has: in the items of its lists, too.</summary>
    public static JsonNode? Of(JsonNode? example, JsonNode? generated) =>
        (example, generated) switch
        {
            (JsonObject given, JsonObject other) => OfObject(given, other),
            (JsonArray items, JsonArray { Count: > 0 } others) => new JsonArray([.. items.Select(item => Of(item, others[0]))]),
            _ => example?.DeepClone(),
        };

    private static JsonObject OfObject(JsonObject given, JsonObject other) =>
        new(
            given
                .Select(member => KeyValuePair.Create(member.Key, Of(member.Value, other[member.Key])))
                .Concat(
                    other
                        .Where(member => !given.ContainsKey(member.Key))
                        .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
                )
        );
}
