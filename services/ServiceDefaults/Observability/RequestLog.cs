using System.Diagnostics;

namespace ServiceDefaults.Observability;

/// <summary>One line a request, with its trace id: what a failing test prints. Health checks are left out.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private static readonly ActivitySource Source = Listening();

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == "/health")
        {
            await next(context);
            return;
        }

        using var activity = Activity.Current is null ? Continue(context) : null;
        var start = Stopwatch.GetTimestamp();
        await next(context);
        log.LogInformation(
            "{Method} {Path} -> {Status} in {Milliseconds} ms",
            context.Request.Method, context.Request.Path.Value, context.Response.StatusCode, (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    /// <summary>Without an OpenTelemetry listener ASP.NET Core starts no activity; the trace must go on all the same.</summary>
    private static Activity? Continue(HttpContext context) =>
        ActivityContext.TryParse(context.Request.Headers.TraceParent, null, isRemote: true, out var parent)
            ? Source.StartActivity("request", ActivityKind.Server, parent)
            : Source.StartActivity("request", ActivityKind.Server);

    private static ActivitySource Listening()
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "ServiceDefaults",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        });
        return new ActivitySource("ServiceDefaults");
    }
}
