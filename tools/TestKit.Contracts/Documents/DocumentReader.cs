using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Reads an OpenAPI document, in JSON or YAML, of version 3.0, 3.1 or 3.2, as one of 3.1 in JSON: all else here knows that alone.</summary>
internal static class DocumentReader
{
    // Before 3.1 a schema was no JSON Schema.
    private static readonly string[] s_older = ["2.", "3.0"];

    /// <summary>Reads it.</summary>
    /// <exception cref="JsonException">It is no such document, or has errors that leave nothing to go by.</exception>
    public static JsonObject Read(string text)
    {
        var json = TryParse(text);
        var version = ((json?["openapi"] ?? json?["swagger"]) as JsonValue)?.ToString() ?? "";
        return json is null ? Converted(text, OpenApiConstants.Yaml)
            : s_older.Any(older => version.StartsWith(older, StringComparison.Ordinal)) ? Converted(text, OpenApiConstants.Json)
            : json; // as it stands: the library would not know all that JSON Schema 2020-12 allows in it
    }

    private static JsonObject? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new JsonException("An OpenAPI document is an object.");
        }
        catch (JsonException) when (!text.AsSpan().TrimStart().StartsWith("{"))
        {
            return null;
        }
    }

    private static JsonObject Converted(string text, string format)
    {
        var document = Parsed(text, format);
        using var written = new MemoryStream();
        document.SerializeAsJsonAsync(written, OpenApiSpecVersion.OpenApi3_1).GetAwaiter().GetResult();
        return JsonNode.Parse(Encoding.UTF8.GetString(written.ToArray()))!.AsObject();
    }

    /// <summary>The library throws what comes to hand at what is no document.</summary>
    private static OpenApiDocument Parsed(string text, string format)
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        try
        {
            var (document, diagnostic) = OpenApiDocument.Parse(text, format, settings);
            return document ?? throw new JsonException(string.Join("; ", (diagnostic?.Errors ?? []).Select(error => error.Message)));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new JsonException($"It is no OpenAPI document of version 3: {e.Message}", e);
        }
    }
}
