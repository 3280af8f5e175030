using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// Brings a document into the one shape that all else expects: each operation has its parameters (those of its path too), body and responses in
/// place, not by <c>$ref</c> (OpenAPI 3.1, 4.8.23). References to schemas stay: those have loops.
/// </summary>
/// <param name="root">The document; it is changed.</param>
internal sealed class DocumentShape(JsonObject root)
{
    private const int LongestChain = 16;

    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

    /// <summary>The document, in that shape.</summary>
    public JsonObject Make()
    {
        var paths = root["paths"] as JsonObject ?? [];
        root["paths"] = paths;
        foreach (var path in paths.Select(member => member.Key).ToList())
        {
            var item = Resolved(paths[path]) as JsonObject ?? [];
            paths[path] = item;
            var shared = Taken(item, "parameters") as JsonArray ?? [];
            foreach (var method in s_methods.Where(item.ContainsKey))
            {
                ShapeOperation(item[method] as JsonObject ?? [], shared);
            }
        }

        return root;
    }

    private void ShapeOperation(JsonObject operation, JsonArray shared)
    {
        var own = (operation["parameters"] as JsonArray ?? []).Select(Parameter).ToList();
        var inherited = shared.Select(Parameter).Where(parameter => !own.Any(each => IsSame(each, parameter)));
        operation["parameters"] = new JsonArray([.. inherited.Concat(own)]);
        if (operation.ContainsKey("requestBody"))
        {
            operation["requestBody"] = Resolved(operation["requestBody"]);
            ShapeBody(operation["requestBody"]!.AsObject());
        }

        var responses = operation["responses"] as JsonObject ?? [];
        operation["responses"] = responses;
        foreach (var status in responses.Select(member => member.Key).ToList())
        {
            responses[status] = Resolved(responses[status]);
            ShapeHeaders(responses[status] as JsonObject);
            ShapeContent(responses[status] as JsonObject);
        }
    }

    /// <summary>The operation's own wins over the path's (4.8.9).</summary>
    private static bool IsSame(JsonNode one, JsonNode other) =>
        one["name"]?.ToString() == other["name"]?.ToString() && one["in"]?.ToString() == other["in"]?.ToString();

    /// <summary>With a schema: one that has <c>content</c> has it there, one that has neither may be anything.</summary>
    private JsonNode Parameter(JsonNode? parameter)
    {
        var resolved = Resolved(parameter)!.AsObject();
        var content = (resolved["content"] as JsonObject)?.Select(media => media.Value?["schema"]).FirstOrDefault();
        resolved["schema"] ??= content?.DeepClone() ?? new JsonObject();
        return resolved;
    }

    private static void ShapeBody(JsonObject body)
    {
        ShapeContent(body);
        body["content"] ??= new JsonObject();
        foreach (var media in body["content"]!.AsObject().Select(member => member.Value).OfType<JsonObject>())
        {
            media["schema"] ??= new JsonObject();
        }
    }

    /// <summary>Media types without parameters, in lower case (RFC 9110, 8.3.1), JSON's first.</summary>
    private static void ShapeContent(JsonObject? of)
    {
        if (of?["content"] is JsonObject content)
        {
            of["content"] = new JsonObject(
                content
                    .Select(media => KeyValuePair.Create(media.Key.Split(';')[0].Trim().ToLowerInvariant(), media.Value?.DeepClone()))
                    .DistinctBy(media => media.Key)
                    .OrderBy(media => !media.Key.EndsWith("json", StringComparison.Ordinal))
            );
        }
    }

    private void ShapeHeaders(JsonObject? response)
    {
        if (response?["headers"] is JsonObject headers)
        {
            foreach (var name in headers.Select(member => member.Key).ToList())
            {
                headers[name] = Resolved(headers[name]);
            }
        }
    }

    private static JsonNode? Taken(JsonObject from, string name)
    {
        var value = from[name];
        from.Remove(name);
        return value;
    }

    /// <summary>A copy of what a reference within the document leads to, or of the thing itself.</summary>
    private JsonNode? Resolved(JsonNode? node)
    {
        for (var steps = 0; node is JsonObject && node["$ref"]?.ToString() is { } reference; steps++)
        {
            node =
                steps < LongestChain && reference.StartsWith("#/", StringComparison.Ordinal)
                    ? reference[2..].Split('/').Select(Unescaped).Aggregate((JsonNode?)root, Step)
                    : throw new System.Text.Json.JsonException($"The reference {reference} leads out of the document or nowhere.");
        }

        return node?.DeepClone();
    }

    private static JsonNode? Step(JsonNode? node, string name) =>
        node is JsonArray list && int.TryParse(name, out var index) ? list.ElementAtOrDefault(index) : (node as JsonObject)?[name];

    private static string Unescaped(string step) => Uri.UnescapeDataString(step).Replace("~1", "/").Replace("~0", "~");
}
