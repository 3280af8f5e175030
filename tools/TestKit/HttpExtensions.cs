using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit;

/// <summary>What a test says to a service, and what it expects of the answer.</summary>
public static class HttpExtensions
{
    /// <summary>Sends JSON. <paramref name="body"/> is an object, or the raw text of a body that may be malformed.</summary>
    public static Task<HttpResponseMessage> SendJsonAsync(
        this HttpClient client,
        HttpMethod method,
        string path,
        object body,
        CancellationToken cancel = default
    ) =>
        client.SendAsync(
            new HttpRequestMessage(method, path)
            {
                Content = body is string raw
                    ? new StringContent(raw, Encoding.UTF8, "application/json")
                    : JsonContent.Create(body, body.GetType(), options: Json.Strict),
            },
            cancel
        );

    /// <summary>POSTs JSON.</summary>
    public static Task<HttpResponseMessage> PostJsonAsync(
        this HttpClient client,
        string path,
        object body,
        CancellationToken cancel = default
    ) => client.SendJsonAsync(HttpMethod.Post, path, body, cancel);

    /// <summary>PUTs JSON.</summary>
    public static Task<HttpResponseMessage> PutJsonAsync(
        this HttpClient client,
        string path,
        object body,
        CancellationToken cancel = default
    ) => client.SendJsonAsync(HttpMethod.Put, path, body, cancel);

    /// <summary>Expects a status; the failure shows the request and the body that came instead.</summary>
    public static async Task<HttpResponseMessage> ExpectAsync(this Task<HttpResponseMessage> sent, int status)
    {
        var response = await sent;
        if ((int)response.StatusCode != status)
        {
            var request = response.RequestMessage!;
            throw new AssertFailedException(
                $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}, expected {status}. Body: {await response.Content.ReadAsStringAsync()}"
            );
        }

        return response;
    }

    /// <summary>Expects a status and reads the body strictly.</summary>
    public static async Task<T> ExpectAsync<T>(this Task<HttpResponseMessage> sent, int status)
    {
        using var response = await sent.ExpectAsync(status);
        return await response.ReadStrictAsync<T>();
    }

    /// <summary>Expects an error as RFC 9457 tells it: its media type, and a status that is the answer's, if it names one.</summary>
    public static async Task<ProblemDetails> ExpectProblemDetailsAsync(this Task<HttpResponseMessage> sent, int status)
    {
        using var response = await sent.ExpectAsync(status);
        Assert.AreEqual("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = await response.ReadStrictAsync<ProblemDetails>();
        Assert.AreEqual(status, problem.Status ?? status, "The problem's own status differs from the answer's.");
        return problem;
    }

    /// <summary>A header of the answer; null when it has none.</summary>
    public static string? Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    /// <summary>Reads a body strictly: an unknown, a missing or a mistyped member fails the test.</summary>
    public static async Task<T> ReadStrictAsync<T>(this HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            return JsonSerializer.Deserialize<T>(text, Json.Strict) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw new AssertFailedException(
                $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri} answered no {typeof(T).Name}: {e.Message} Body: {text}",
                e
            );
        }
    }
}
