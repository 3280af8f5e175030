using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>Reads a request as the input of its operation: an object with <c>path</c>, <c>query</c>, <c>body</c> and what else it has.</summary>
internal static class RequestInput
{
    /// <summary>The input; null when it is none, as its body is malformed, of another media type or never sent, or a parameter is there twice.</summary>
    public static async Task<JsonElement?> ReadAsync(ApiOperation operation, HttpRequestMessage request)
    {
        try
        {
            var input = ParameterValues.Of(operation, request);
            if (operation.Body() is { } media && request.Content is { } content)
            {
                input["body"] =
                    content.Headers.ContentType?.ToString() is { } type && MediaTypes.Of(Only(media), type) is not null
                        ? await BodyAsync(operation.Document, media, content)
                        : throw new FormatException("It has another media type.");
            }

            return DeepJson.Element(input);
        }
        catch (Exception e) when (e is FormatException or JsonException or NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonElement Only(JsonProperty media) => OneKeyword.Schema(media.Name, true);

    private static async Task<JsonNode?> BodyAsync(ApiDocument document, JsonProperty media, HttpContent content) =>
        content switch
        {
            UnsentContent => throw new FormatException("It is never sent."),
            MultipartFormDataContent form => FormFields.Read(document, media, await FieldsAsync(form)),
            _ when media.Name == MediaTypes.Form => FormFields.Read(document, media, ParameterValues.QueryOf(await TextAsync(content))),
            _ when MediaTypes.IsJson(MediaTypes.Sendable(media.Name)) => DeepJson.Node(await TextAsync(content)),
            _ when MediaTypes.IsText(MediaTypes.Sendable(media.Name)) => await TextAsync(content),
            _ => "",
        };

    private static async Task<string> TextAsync(HttpContent content)
    {
        await content.LoadIntoBufferAsync();
        return await content.ReadAsStringAsync();
    }

    private static async Task<ILookup<string, string>> FieldsAsync(MultipartFormDataContent form)
    {
        var fields = new List<(string Name, string Text)>();
        foreach (var part in form)
        {
            // A file's bytes are no text, and may be read but once.
            var text = part.Headers.ContentDisposition?.FileName is null ? await part.ReadAsStringAsync() : "";
            fields.Add((part.Headers.ContentDisposition?.Name?.Trim('"') ?? "", text));
        }

        return fields.ToLookup(field => field.Name, field => field.Text);
    }
}
