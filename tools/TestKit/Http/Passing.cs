using System.Net;

namespace IntegrationSuite.TestKit.Http;

/// <summary>Passes an exchange on, from a listener of the test process to a service and back.</summary>
internal static class Passing
{
    // RFC 9110, 7.6.1: what belongs to one connection is not passed on; the listener writes the length itself.
    private static readonly HashSet<string> s_ownHeaders = new(
        ["Host", "Connection", "Keep-Alive", "Transfer-Encoding", "Content-Length"],
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>A request as it is passed on.</summary>
    public static HttpRequestMessage RequestOf(HttpListenerRequest from)
    {
        var request = new HttpRequestMessage(new HttpMethod(from.HttpMethod), from.RawUrl)
        {
            Content = from.HasEntityBody ? new StreamContent(from.InputStream) : null,
        };
        foreach (var name in from.Headers.AllKeys.OfType<string>().Where(name => !s_ownHeaders.Contains(name)))
        {
            _ =
                request.Headers.TryAddWithoutValidation(name, from.Headers[name])
                || request.Content?.Headers.TryAddWithoutValidation(name, from.Headers[name]) == true;
        }

        return request;
    }

    /// <summary>Gives back the answer to it.</summary>
    public static async Task AnswerAsync(HttpListenerResponse to, HttpResponseMessage answer)
    {
        to.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !s_ownHeaders.Contains(header.Key)))
        {
            to.Headers[name] = string.Join(", ", values);
        }

        await to.OutputStream.WriteAsync(await answer.Content.ReadAsByteArrayAsync());
        to.Close();
    }
}
