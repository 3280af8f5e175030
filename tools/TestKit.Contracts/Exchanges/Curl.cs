using System.Text;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A line that repeats a request from a shell.</summary>
internal static class Curl
{
    private const int LongestBody = 2000;

    public static string Of(HttpRequestMessage request, byte[]? body)
    {
        var line = new StringBuilder($"curl -i -X {request.Method} '{request.RequestUri}'");
        // What traces and sizes the first request would be wrong in its repetition.
        foreach (
            var (name, values) in request
                .Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
                .Where(header => header.Key is not ("traceparent" or "Content-Length"))
        )
        {
            line.Append($" -H '{name}: {Quoted(string.Join(", ", values))}'");
        }

        if (
            body is { Length: > 0 and <= LongestBody }
            && request.Content?.Headers.ContentType?.MediaType is { } type
            && (MediaTypes.IsJson(type) || MediaTypes.IsText(type) || type == MediaTypes.Form)
        )
        {
            line.Append($" --data-raw '{Quoted(Encoding.UTF8.GetString(body))}'");
        }
        else if (body is { Length: > 0 })
        {
            line.Append($" # and a body of {body.Length} bytes");
        }

        return line.ToString();
    }

    private static string Quoted(string text) => text.Replace("'", @"'\''", StringComparison.Ordinal);
}
