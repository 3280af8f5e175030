using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// A document as it holds for what is sent, or for what is answered: a member that only the other side sends is not required (OpenAPI 3.1, 4.8.24; JSON
/// Schema Validation, 9.4), and a <c>writeOnly</c> one, such as a password, is not to be answered.
/// </summary>
internal static class Direction
{
    private const int Deepest = 8;

    /// <summary>As it holds for requests; the same document when it tells no such members.</summary>
    public static JsonObject OfRequests(JsonObject root) => Without(root, "readOnly", isForbidden: false);

    /// <summary>As it holds for answers; the same document when it tells no such members.</summary>
    public static JsonObject OfAnswers(JsonObject root) => Without(root, "writeOnly", isForbidden: true);

    private static JsonObject Without(JsonObject root, string flag, bool isForbidden)
    {
        if (!DocumentWalk.Objects(root).Any(each => IsTrue(each[flag])))
        {
            return root;
        }

        var copy = root.DeepClone().AsObject();
        var schemas = DocumentWalk.Objects(copy).Where(each => each["properties"] is JsonObject || each["allOf"] is JsonArray).ToList();
        foreach (
            var (schema, names) in schemas
                .Select(schema => (schema, Flagged(copy, schema, flag, 0)))
                .Where(each => each.Item2.Count > 0)
                .ToList()
        )
        {
            Release(schema, names);
            foreach (var name in isForbidden && schema["properties"] is JsonObject own ? names.Where(own.ContainsKey).ToList() : [])
            {
                schema["properties"]![name] = false;
            }
        }

        return copy;
    }

    private static void Release(JsonObject schema, IReadOnlyCollection<string> names)
    {
        if (schema["required"] is JsonArray required)
        {
            schema["required"] = new JsonArray([.. required.Where(name => !names.Contains($"{name}")).Select(name => name!.DeepClone())]);
        }

        foreach (var part in (schema["allOf"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Release(part, names);
        }
    }

    /// <summary>The members that it marks, and those of all that it is made of.</summary>
    private static HashSet<string> Flagged(JsonObject root, JsonObject schema, string flag, int depth) =>
        depth > Deepest
            ? []
            :
            [
                .. (schema["properties"] as JsonObject ?? [])
                    .Where(member =>
                        IsTrue((Target(root, member.Value) as JsonObject)?[flag]) || IsTrue((member.Value as JsonObject)?[flag])
                    )
                    .Select(member => member.Key),
                .. (schema["allOf"] as JsonArray ?? [])
                    .Select(part => Target(root, part))
                    .OfType<JsonObject>()
                    .SelectMany(part => Flagged(root, part, flag, depth + 1)),
            ];

    private static JsonNode? Target(JsonObject root, JsonNode? schema) =>
        schema is JsonObject && schema["$ref"] is JsonValue reference ? JsonReference.Find(root, $"{reference}") : schema;

    private static bool IsTrue(JsonNode? value) => value is JsonValue flag && flag.TryGetValue<bool>(out var isTrue) && isTrue;
}
