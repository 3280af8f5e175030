using System.Text;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A line that repeats a request from a shell.</summary>
internal static class Curl
{
    private const int LongestBody = 2000;

    private const string Secret = "***";

    /// <summary>The line, without credentials: it comes into logs and reports that others read.</summary>
    public static string Of(ApiDocument document, HttpRequestMessage request, byte[]? body)
    {
        var secrets = Security.SecretsOf(document);
        var line = new StringBuilder($"curl -i -X {request.Method} '{Quoted(Address($"{request.RequestUri}", secrets))}'");
        // What traces and sizes the first request would be wrong in its repetition.
        foreach (
            var (name, values) in request
                .Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
                .Where(header => header.Key is not ("traceparent" or "Content-Length"))
        )
        {
            line.Append($" -H '{name}: {(secrets.Contains(name) ? Secret : Quoted(string.Join(", ", values)))}'");
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

    private static string Address(string address, IReadOnlySet<string> secrets) =>
        address.Split('?', 2) is [var path, var query]
            ? $"{path}?{string.Join('&', query.Split('&').Select(pair => Pair(pair, secrets)))}"
            : address;

    private static string Pair(string pair, IReadOnlySet<string> secrets) =>
        pair.Split('=', 2) is [var name, _] && secrets.Contains(Uri.UnescapeDataString(name)) ? $"{name}={Secret}" : pair;

    private static string Quoted(string text) => text.Replace("'", @"'\''", StringComparison.Ordinal);
}
