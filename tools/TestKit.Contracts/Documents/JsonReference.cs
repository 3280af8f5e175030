using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>References within a document (RFC 6901, 6).</summary>
internal static class JsonReference
{
    /// <summary>What a fragment such as <c>#/components/parameters/Id</c> leads to; null when to nothing.</summary>
    public static JsonNode? Find(JsonNode? root, string fragment) =>
        fragment is "" or "#" ? root
        : fragment.StartsWith("#/", StringComparison.Ordinal) ? fragment[2..].Split('/').Select(Unescaped).Aggregate(root, Step)
        : null;

    private static JsonNode? Step(JsonNode? node, string name) =>
        node is JsonArray list && int.TryParse(name, out var index) ? list.ElementAtOrDefault(index) : (node as JsonObject)?[name];

    private static string Unescaped(string step) => Uri.UnescapeDataString(step).Replace("~1", "/").Replace("~0", "~");
}
