using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Footprints;

/// <summary>Notes which service a test calls, and under which trace.</summary>
internal sealed class FootprintHandler(Footprint footprint, string service, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int TraceLength = 32;

    // Many services do not log that they were asked for their health: it is asked all the time.
    private readonly string? _health = RunningServices.TryFind(service)?.HealthPath;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        footprint.Call(service, TraceOf(request));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode && request.RequestUri!.AbsolutePath != _health)
        {
            footprint.Answer(service);
        }

        return response;
    }

    // A test may give a request another trace than its own. W3C Trace Context, "traceparent": version-trace-parent-flags.
    private static string? TraceOf(HttpRequestMessage request) =>
        request.Headers.TryGetValues("traceparent", out var values)
        && values.ToList() is [var only]
        && only.Split('-') is ["00", { Length: TraceLength } trace, _, _]
        && trace.All(char.IsAsciiHexDigitLower)
            ? trace
            : null;
}
