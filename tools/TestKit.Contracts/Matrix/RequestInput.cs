using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>Reads a request as the input of its operation: an object with <c>path</c>, <c>query</c> and <c>body</c>.</summary>
internal static class RequestInput
{
    /// <summary>The input; null when it is none, as its body is malformed, of another media type or never sent, or a parameter is there twice.</summary>
    public static async Task<JsonElement?> ReadAsync(ApiDocument document, ApiOperation operation, HttpRequestMessage request)
    {
        try
        {
            var input = new JsonObject
            {
                ["path"] = PathOf(operation, request.RequestUri!),
                ["query"] = QueryOf(document, operation, request.RequestUri!),
            };
            if (operation.Body() is { } media && request.Content is { } content)
            {
                input["body"] = string.Equals(content.Headers.ContentType?.MediaType, media.Name, StringComparison.OrdinalIgnoreCase)
                    ? await BodyAsync(document, media, content)
                    : throw new FormatException("It has another media type.");
            }

            return JsonSerializer.SerializeToElement(input);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private static JsonObject PathOf(ApiOperation operation, Uri uri) =>
        new(
            operation
                .Path.Split('/')
                .Zip(uri.AbsolutePath.Split('/'))
                .Where(segment => segment.First is ['{', .., '}'])
                .Select(segment => KeyValuePair.Create(segment.First.Trim('{', '}'), (JsonNode?)Uri.UnescapeDataString(segment.Second)))
        );

    private static JsonObject QueryOf(ApiDocument document, ApiOperation operation, Uri uri)
    {
        var (query, sent) = (new JsonObject(), RequestRules.QueryOf(uri));
        foreach (var parameter in operation.QueryParameters.Where(OperationParts.IsScalar))
        {
            var name = parameter.GetProperty("name").GetString()!;
            if (sent[name].ToList() is { Count: > 0 } values)
            {
                query[name] = values is [var only]
                    ? Node(TextValue.Read(document, parameter, only))
                    : throw new FormatException($"{name} is there twice.");
            }
        }

        return query;
    }

    private static async Task<JsonNode?> BodyAsync(ApiDocument document, JsonProperty media, HttpContent content) =>
        content switch
        {
            UnsentContent => throw new FormatException("It is never sent."),
            MultipartFormDataContent form => await FormAsync(
                document,
                document.Resolve(media.Value.GetProperty("schema")).GetProperty("properties"),
                form
            ),
            _ => await JsonAsync(content),
        };

    private static async Task<JsonNode?> JsonAsync(HttpContent content)
    {
        await content.LoadIntoBufferAsync();
        return Node(JsonSerializer.Deserialize<JsonElement>(await content.ReadAsByteArrayAsync()));
    }

    private static async Task<JsonNode> FormAsync(ApiDocument document, JsonElement properties, MultipartFormDataContent form)
    {
        var members = new JsonObject();
        foreach (var part in form)
        {
            var name = part.Headers.ContentDisposition?.Name?.Trim('"') ?? "";
            // A file's bytes are no text, and may be read but once.
            var text = part.Headers.ContentDisposition?.FileName is null ? await part.ReadAsStringAsync() : "";
            members[name] = properties.TryGetProperty(name, out var schema) ? Node(TextValue.Read(document.Resolve(schema), text)) : text;
        }

        return members;
    }

    private static JsonNode? Node(JsonElement element) => JsonSerializer.SerializeToNode(element);
}
