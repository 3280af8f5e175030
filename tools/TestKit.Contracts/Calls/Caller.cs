using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>Sends what was generated for an operation.</summary>
internal static class Caller
{
    /// <summary>Calls an operation with an input: an object with <c>path</c>, <c>query</c> and <c>body</c>.</summary>
    public static Task<Answer> SendAsync(this ApiService service, ApiOperation operation, JsonObject input, CancellationToken cancel) =>
        service.SendAsync(operation.Method, PathOf(operation, input), ContentOf(operation, input), cancel);

    /// <summary>Sends any request.</summary>
    public static async Task<Answer> SendAsync(
        this ApiService service,
        string method,
        string path,
        HttpContent? content,
        CancellationToken cancel
    )
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = content };
        var sent = content is null or UnsentContent ? null : await content.ReadAsByteArrayAsync(cancel);
        request.Headers.ExpectContinue = content is UnsentContent;
        var response = await service.Client.SendAsync(request, cancel);
        return new Answer(response, await response.Content.ReadAsByteArrayAsync(cancel), Curl.Of(request, sent));
    }

    /// <summary>The path and query of a request.</summary>
    public static string PathOf(ApiOperation operation, JsonObject input)
    {
        var path = input["path"]!
            .AsObject()
            .Aggregate(operation.Path, (path, value) => path.Replace($"{{{value.Key}}}", Escaped(value.Value), StringComparison.Ordinal));
        var query = string.Join('&', input["query"]!.AsObject().Select(value => $"{value.Key}={Escaped(value.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The body of a request, in the media type of the document.</summary>
    public static HttpContent? ContentOf(ApiOperation operation, JsonObject input) =>
        operation.Body() is not { } body || !input.ContainsKey("body") ? null
        : body.Name == "multipart/form-data" ? FormOf(operation, input["body"]!.AsObject())
        : new StringContent(input["body"]?.ToJsonString() ?? "null", Encoding.UTF8, body.Name);

    private static MultipartFormDataContent FormOf(ApiOperation operation, JsonObject body)
    {
        var properties = operation.Body()!.Value.Value.GetProperty("schema").GetProperty("properties");
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in body)
        {
            var isFile =
                properties.TryGetProperty(name, out var schema)
                && schema.TryGetProperty("format", out var format)
                && format.GetString() == "binary";
            if (isFile)
            {
                form.Add(
                    new ByteArrayContent(Bytes(Text(value))) { Headers = { ContentType = new("application/octet-stream") } },
                    name,
                    "generated.bin"
                );
            }
            else
            {
                form.Add(new StringContent(Text(value)), name);
            }
        }

        return form;
    }

    // JSON holds bytes as base64; a shrunk one may be none any more.
    private static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(text);
    }

    private static string Escaped(JsonNode? value) => Uri.EscapeDataString(Text(value));

    private static string Text(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var plain) ? plain : value?.ToJsonString() ?? "";
}
