using System.Text;

namespace TestKit.Contracts;

/// <summary>A line that repeats a request from a shell.</summary>
internal static class Curl
{
    private const int LongestBody = 2000;

    public static string Of(HttpRequestMessage request, byte[]? body)
    {
        var line = new StringBuilder($"curl -i -X {request.Method} '{request.RequestUri}'");
        if (request.Content?.Headers.ContentType is { } type)
        {
            line.Append($" -H 'Content-Type: {type}'");
        }

        if (body is { Length: > 0 and <= LongestBody } && request.Content?.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true)
        {
            line.Append($" --data-raw '{Encoding.UTF8.GetString(body).Replace("'", @"'\''", StringComparison.Ordinal)}'");
        }
        else if (body is { Length: > 0 })
        {
            line.Append($" # and a body of {body.Length} bytes");
        }

        return line.ToString();
    }
}
