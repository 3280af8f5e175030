using System.Collections.Concurrent;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Footprints;

/// <summary>Notes which service a test calls, and under which trace.</summary>
internal sealed class FootprintHandler(Footprint footprint, string service, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int TraceLength = 32;

    // Many services do not log that they were asked for their health: it is asked all the time.
    private static readonly ConcurrentDictionary<string, string?> s_health = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        footprint.Call(service, TraceOf(request));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && request.RequestUri!.AbsolutePath != HealthPath)
        {
            footprint.Answer(service);
        }

        return response;
    }

    private string? HealthPath => s_health.GetOrAdd(service, name => RunningServices.TryFind(name)?.HealthPath);

    // A test may give a request another trace than its own. W3C Trace Context, "traceparent": version-trace-parent-flags.
    private static string? TraceOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues("traceparent", out var values)
        && values.ToList() is [var only]
        && only.Split('-') is ["00", { Length: TraceLength } trace, _, _]
        && trace.All(char.IsAsciiHexDigitLower)
            ? trace
            : null;
}
