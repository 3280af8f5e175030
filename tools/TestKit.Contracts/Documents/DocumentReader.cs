using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Microsoft.OpenApi.YamlReader;
using SharpYaml.Serialization;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Reads an OpenAPI document, in JSON or YAML, of version 3.0, 3.1 or 3.2, as one of 3.1 in JSON: all else here knows that alone.</summary>
internal static class DocumentReader
{
    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">It is no such document, or has errors that leave nothing to go by.</exception>
    public static JsonObject Read(string text)
    {
        var document = ReadPart(text) as JsonObject ?? throw new JsonException("An OpenAPI document is an object.");
        var version = ((document["openapi"] ?? document["swagger"]) as JsonValue)?.ToString() ?? "";
        return version.StartsWith("2.", StringComparison.Ordinal) ? Converted(document.ToJsonString())
            : version.StartsWith("3.0", StringComparison.Ordinal) ? OlderSchemas.Renew(document)
            : document["openapi"] is not null || document["paths"] is JsonObject ? document
            : throw new JsonException("It is not an OpenAPI document: it has neither a version nor paths.");
    }

    /// <summary>Reads a file that a document refers to: JSON or YAML, of any shape.</summary>
    /// <exception cref="JsonException">It is neither.</exception>
    public static JsonNode? ReadPart(string text)
    {
        try
        {
            return DeepJson.Node(text);
        }
        catch (JsonException) when (!text.AsSpan().TrimStart().StartsWith("{"))
        {
            return Attempt(() => FromYaml(text));
        }
    }

    private static JsonNode? FromYaml(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return yaml.Documents is [var document, ..] ? document.ToJsonNode() : null;
    }

    /// <summary>Of OpenAPI 2.0 the library makes one of 3.1.</summary>
    private static JsonObject Converted(string text) =>
        Attempt(() =>
        {
            var (document, diagnostic) = OpenApiDocument.Parse(text, OpenApiConstants.Json, new OpenApiReaderSettings());
            using var written = new MemoryStream();
            (document ?? throw new JsonException(string.Join("; ", (diagnostic?.Errors ?? []).Select(error => error.Message))))
                .SerializeAsJsonAsync(written, OpenApiSpecVersion.OpenApi3_1)
                .GetAwaiter()
                .GetResult();
            return JsonNode.Parse(Encoding.UTF8.GetString(written.ToArray()))!.AsObject();
        });

    /// <summary>The libraries throw what comes to hand at what is no document.</summary>
    private static T Attempt<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (OutOfMemoryException or JsonException))
        {
            throw new JsonException($"It is not an OpenAPI document: {e.Message}", e);
        }
    }
}
