using System.Diagnostics;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>An operation, and how to call it.</summary>
/// <param name="Service">The service's name in the manifest.</param>
/// <param name="Name">The operation, such as <c>GET /api/templates</c>; one that is called in several ways has a query behind it.</param>
/// <param name="Prepare">Makes a request that will succeed, and by a client of the service all that it needs; none of it is timed.</param>
public sealed record LatencyProbe(string Service, string Name, Func<HttpClient, Task<HttpRequestMessage>> Prepare)
{
    /// <summary>The operation as the contract names it.</summary>
    public string Operation => Name.Split('?')[0];

    /// <summary>Calls it once.</summary>
    /// <returns>From the first byte sent to the last byte received.</returns>
    /// <exception cref="HttpRequestException">It did not succeed: what is quick then says nothing.</exception>
    public async Task<TimeSpan> TimeAsync(HttpClient client, CancellationToken cancel)
    {
        using var request = await Prepare(client);
        return await TimeAsync(client, request, cancel);
    }

    /// <summary>Times a prepared request.</summary>
    public static async Task<TimeSpan> TimeAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancel)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, cancel);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return response.IsSuccessStatusCode
            ? elapsed
            : throw new HttpRequestException(
                $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}. Body: {await response.Content.ReadAsStringAsync(cancel)}"
            );
    }
}
