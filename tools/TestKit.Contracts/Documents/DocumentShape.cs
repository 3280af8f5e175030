using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>
/// Brings a document into the one shape that all else expects: each path with that of its server before it; each operation with its parameters (those of
/// its path too), body, responses, headers and links in place, not by <c>$ref</c> (OpenAPI 3.1, 4.8.23), with its servers and its security. References
/// to schemas stay: those have loops.
/// </summary>
/// <param name="root">The document; it is changed.</param>
internal sealed class DocumentShape(JsonObject root)
{
    private const int LongestChain = 16;

    private static readonly string[] s_methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
    private static readonly string[] s_inherited = ["servers", "security"];

    // Of these, what a header parameter says is passed over (4.8.12.1).
    private static readonly string[] s_ignored = ["accept", "content-type", "authorization"];

    /// <summary>The document, in that shape.</summary>
    public JsonObject Make()
    {
        var (old, paths) = (root["paths"] as JsonObject ?? [], new JsonObject());
        root["paths"] = paths;
        foreach (var (path, item) in old.ToList())
        {
            foreach (var (method, operation) in Operations(item).ToList())
            {
                var at = ServerPath.Of(operation["servers"]) + path;
                paths[at] ??= new JsonObject();
                paths[at]![method] = operation;
            }
        }

        return root;
    }

    /// <summary>Those of a path; one that stands for all of them where they can't be had.</summary>
    private IEnumerable<(string Method, JsonObject Operation)> Operations(JsonNode? definition)
    {
        var (item, why) = Attempt(() => Resolved(definition) as JsonObject ?? []);
        if (item is null)
        {
            return [(ApiOperation.AnyMethod, Unusable(why))];
        }

        var shared = item["parameters"] as JsonArray ?? [];
        return s_methods
            .Where(method => item[method] is JsonObject)
            .Select(method => (method, Shaped(item[method]!.DeepClone().AsObject(), item, shared)));
    }

    private JsonObject Shaped(JsonObject operation, JsonObject item, JsonArray shared)
    {
        foreach (var name in s_inherited.Where(name => operation[name] is null && (item[name] ?? root[name]) is not null))
        {
            operation[name] = (item[name] ?? root[name])!.DeepClone();
        }

        var shaped = Attempt(() => Shaped(operation, shared));
        return shaped.Value ?? Unusable(shaped.Why, operation);
    }

    private JsonObject Shaped(JsonObject operation, JsonArray shared)
    {
        var own = (operation["parameters"] as JsonArray ?? []).Select(Parameter).ToList();
        var inherited = shared.Select(Parameter).Where(parameter => !own.Any(each => IsSame(each, parameter)));
        operation["parameters"] = new JsonArray([.. inherited.Concat(own).Where(IsHeard)]);
        if (operation["requestBody"] is { } body)
        {
            operation["requestBody"] = Body(body);
        }

        var responses = operation["responses"] as JsonObject ?? [];
        operation["responses"] =
            responses.Count == 0
                ? new JsonObject { ["default"] = new JsonObject() } // it says nothing of any
                : new JsonObject(
                    responses
                        .Where(each => !IsExtension(each.Key))
                        .Select(each => KeyValuePair.Create(each.Key, (JsonNode?)Response(each.Value)))
                );
        return operation;
    }

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);

    private static JsonObject Unusable(string why, JsonObject? operation = null) =>
        new()
        {
            ["servers"] = (operation?["servers"] ?? new JsonArray()).DeepClone(),
            ["responses"] = new JsonObject { ["default"] = new JsonObject() },
            [ApiOperation.DefectMember] = why,
        };

    /// <summary>The operation's own wins over the path's (4.8.9).</summary>
    private static bool IsSame(JsonNode one, JsonNode other) =>
        one["name"]?.ToString() == other["name"]?.ToString() && one["in"]?.ToString() == other["in"]?.ToString();

    private static bool IsHeard(JsonNode parameter) =>
        parameter["in"]!.ToString() != "header" || !s_ignored.Contains(parameter["name"]!.ToString().ToLowerInvariant());

    private JsonNode Parameter(JsonNode? parameter)
    {
        var resolved = WithSchema(Resolved(parameter));
        return IsText(resolved["name"]) && IsText(resolved["in"])
            ? resolved
            : throw new JsonException("a parameter has no name or no place");
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    /// <summary>A parameter or header with a schema: one that has <c>content</c> has it there, one that has neither may be anything.</summary>
    private JsonObject WithSchema(JsonNode? of)
    {
        var resolved = Object(of);
        var content = (resolved["content"] as JsonObject)?.Select(media => media.Value?["schema"]).FirstOrDefault();
        resolved["schema"] ??= content?.DeepClone() ?? new JsonObject();
        TakeExample(resolved);
        return resolved;
    }

    private JsonObject Body(JsonNode body)
    {
        var resolved = Object(Resolved(body));
        resolved["content"] = Content(resolved["content"] as JsonObject ?? [], isSent: true);
        return resolved;
    }

    private JsonObject Response(JsonNode? response)
    {
        var resolved = Object(Resolved(response));
        if (resolved["content"] is JsonObject content)
        {
            resolved["content"] = Content(content, isSent: false);
        }

        Replace(resolved["headers"] as JsonObject, header => WithSchema(Resolved(header)));
        Replace(resolved["links"] as JsonObject, Resolved);
        return resolved;
    }

    private static void Replace(JsonObject? members, Func<JsonNode?, JsonNode?> change)
    {
        foreach (var (name, member) in members?.ToList() ?? [])
        {
            members![name] = change(member);
        }
    }

    /// <summary>Media types as RFC 9110 compares them, in the order in which a body is generated; those of a request with a schema.</summary>
    private JsonObject Content(JsonObject content, bool isSent) =>
        new(
            content
                .Select(media => KeyValuePair.Create(MediaTypes.Normal(media.Key), (JsonNode?)Media(media.Value, isSent)))
                .DistinctBy(media => media.Key)
                .OrderBy(media => MediaTypes.Order(media.Key))
        );

    private JsonObject Media(JsonNode? media, bool isSent)
    {
        var copy = Resolved(media) as JsonObject ?? [];
        if (isSent && copy["schema"] is null)
        {
            copy["schema"] = new JsonObject();
        }

        TakeExample(copy);
        return copy;
    }

    /// <summary>The first of several examples stands for all.</summary>
    private void TakeExample(JsonObject of)
    {
        if (
            of["example"] is null
            && of["examples"] is JsonObject examples
            && examples.FirstOrDefault().Value is { } first
            && Resolved(first)?["value"] is { } value
        )
        {
            of["example"] = value.DeepClone();
        }
    }

    private static JsonObject Object(JsonNode? node) =>
        node as JsonObject ?? throw new JsonException("a part of the operation is not an object");

    /// <summary>A copy of what a reference within the document leads to, or of the thing itself.</summary>
    private JsonNode? Resolved(JsonNode? node)
    {
        for (var steps = 0; node is JsonObject && node["$ref"] is JsonValue reference; steps++)
        {
            node =
                steps < LongestChain && JsonReference.Find(root, $"{reference}") is { } target
                    ? target
                    : throw new JsonException($"the reference {reference} leads out of the document or nowhere");
        }

        return node?.DeepClone();
    }

    private static (T? Value, string Why) Attempt<T>(Func<T> read)
        where T : class
    {
        try
        {
            return (read(), "");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            return (null, e.Message);
        }
    }
}
