using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Writes an input of an operation as a request: an object with <c>path</c>, <c>query</c>, <c>body</c> and what else it has.</summary>
internal static class RequestWriter
{
    /// <summary>The request that an input stands for.</summary>
    public static HttpRequestMessage RequestOf(ApiOperation operation, JsonObject input) =>
        WithHeaders(
            new HttpRequestMessage(new HttpMethod(operation.Method), PathOf(operation, input)) { Content = ContentOf(operation, input) },
            operation,
            input
        );

    /// <summary>Gives a request the headers and cookies of an input.</summary>
    public static HttpRequestMessage WithHeaders(HttpRequestMessage request, ApiOperation operation, JsonObject input)
    {
        foreach (var (name, text) in Texts(operation, "header", input))
        {
            request.Headers.TryAddWithoutValidation(name, text);
        }

        var cookies = Texts(operation, "cookie", input).Select(cookie => $"{cookie.Name}={Uri.EscapeDataString(cookie.Text)}").ToList();
        if (cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies));
        }

        return request;
    }

    /// <summary>The path and query of a request.</summary>
    public static string PathOf(ApiOperation operation, JsonObject input)
    {
        var path = operation
            .ParametersIn("path")
            .Select(parameter => ParameterText.Of(operation.Document, parameter, "path"))
            .Aggregate(
                operation.Path,
                (path, parameter) =>
                    path.Replace($"{{{parameter.Name}}}", parameter.Segment(input["path"]![parameter.Name]), StringComparison.Ordinal)
            );
        var query = string.Join('&', Texts(operation, "query", input).Select(pair => $"{Escaped(pair.Name)}={Escaped(pair.Text)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    /// <summary>The body of a request, in the media type of the document.</summary>
    public static HttpContent? ContentOf(ApiOperation operation, JsonObject input)
    {
        if (operation.Body() is not { } body || !input.ContainsKey("body"))
        {
            return null;
        }

        var type = MediaTypes.Sendable(body.Name);
        return operation.TakesForm() ? FormFields.Write(operation.Document, body, input["body"] as JsonObject ?? [])
            : MediaTypes.IsBytes(type) ? Typed(new ByteArrayContent(FormFields.Bytes(TextValue.Write(input["body"]))), type)
            : MediaTypes.IsText(type) ? TextOf(TextValue.Write(input["body"]), type)
            : TextOf(input["body"]?.ToJsonString() ?? "null", type);
    }

    /// <summary>A body that is text, of a media type that may have parameters.</summary>
    public static HttpContent TextOf(string text, string type)
    {
        var content = Typed(new StringContent(text, Encoding.UTF8), type);
        content.Headers.ContentType!.CharSet ??= "utf-8";
        return content;
    }

    private static HttpContent Typed(HttpContent content, string type)
    {
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return content;
    }

    private static IEnumerable<(string Name, string Text)> Texts(ApiOperation operation, string place, JsonObject input) =>
        from parameter in operation.ParametersIn(place)
        let writer = ParameterText.Of(operation.Document, parameter, place)
        where (input[place] as JsonObject)?.ContainsKey(writer.Name) == true
        from text in writer.Write(input[place]![writer.Name])
        select text;

    // Delimiters and brackets of a style stay as they are (RFC 3986, 2.2 and 3.4): those of values are not made.
    private static string Escaped(string text) =>
        Uri.EscapeDataString(text)
            .Replace("%2C", ",", StringComparison.Ordinal)
            .Replace("%5B", "[", StringComparison.Ordinal)
            .Replace("%5D", "]", StringComparison.Ordinal);
}
