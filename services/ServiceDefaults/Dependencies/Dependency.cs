using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using ServiceDefaults.Http;

namespace ServiceDefaults.Dependencies;

/// <summary>Another service, as a caller sees it. A call has 5 s; the trace of the request goes along by itself.</summary>
public sealed class Dependency(string name, HttpClient client)
{
    /// <summary>How long a call may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    /// <summary>Reads something.</summary>
    /// <returns>The answer; <see cref="DependencyReply{T}.Value"/> is null when the status is no success.</returns>
    /// <exception cref="DependencyException">It is down, too slow, failed (5xx) or answered nonsense.</exception>
    public Task<DependencyReply<T>> GetAsync<T>(string path, CancellationToken cancel)
        where T : class => SendAsync<T>(new HttpRequestMessage(HttpMethod.Get, path), cancel);

    /// <summary>Sends JSON and reads the answer.</summary>
    /// <inheritdoc cref="GetAsync{T}" />
    public Task<DependencyReply<T>> PostAsync<T>(string path, object body, CancellationToken cancel)
        where T : class =>
        SendAsync<T>(
            new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, body.GetType(), options: JsonRules.Strict) },
            cancel
        );

    private async Task<DependencyReply<T>> SendAsync<T>(HttpRequestMessage request, CancellationToken cancel)
        where T : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Timeout);
        try
        {
            using var _ = request;
            using var response = await client.SendAsync(request, limit.Token);
            return await ReadAsync<T>(response, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new DependencyException(name, $"did not answer within {Timeout.TotalSeconds:0} s", e);
        }
        // HttpClient lets a bare SocketException through when the connection is reset just as it is made.
        catch (Exception e) when (e is HttpRequestException or SocketException or IOException)
        {
            throw new DependencyException(name, "is out of reach", e);
        }
    }

    private async Task<DependencyReply<T>> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancel)
        where T : class
    {
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
        {
            throw new DependencyException(name, $"failed with status {(int)response.StatusCode}");
        }

        if (!response.IsSuccessStatusCode)
        {
            return new DependencyReply<T>(response.StatusCode, null);
        }

        try
        {
            var value = await response.Content.ReadFromJsonAsync<T>(JsonRules.Tolerant, cancel);
            return new DependencyReply<T>(response.StatusCode, value ?? throw new JsonException("null"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new DependencyException(name, "answered with something that is not its contract", e);
        }
    }
}

/// <summary>What a dependency answered.</summary>
/// <param name="Status">Its status, never a 5xx.</param>
/// <param name="Value">Its body, on success.</param>
public sealed record DependencyReply<T>(HttpStatusCode Status, T? Value)
    where T : class
{
    /// <summary>The thing asked for is not there.</summary>
    public bool IsNotFound => Status == HttpStatusCode.NotFound;
}
