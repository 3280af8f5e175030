using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>Where two JSON documents differ, as JSON pointers (RFC 6901).</summary>
internal static class JsonDifference
{
    /// <summary>The deepest places that differ.</summary>
    public static IEnumerable<string> Between(string at, JsonElement left, JsonElement right)
    {
        if (JsonElement.DeepEquals(left, right))
        {
            return [];
        }

        return left.ValueKind == JsonValueKind.Object && right.ValueKind == JsonValueKind.Object
            ? Names(left)
                .Union(Names(right))
                .SelectMany(name =>
                    BetweenMembers(
                        $"{at}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}",
                        name,
                        left,
                        right
                    )
                )
            : [at];
    }

    private static IEnumerable<string> BetweenMembers(string at, string name, JsonElement left, JsonElement right) =>
        left.TryGetProperty(name, out var old) && right.TryGetProperty(name, out var now) ? Between(at, old, now) : [at];

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);
}
