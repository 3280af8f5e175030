using System.Diagnostics;

namespace ServiceDefaults.Observability;

/// <summary>One line a request, with its trace id (ASP.NET Core continues that of <c>traceparent</c>): what a failing test prints. Health checks are left out.</summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == "/health")
        {
            await next(context);
            return;
        }

        var start = Stopwatch.GetTimestamp();
        await next(context);
        log.LogInformation(
            "{Method} {Path} -> {Status} in {Milliseconds} ms",
            context.Request.Method,
            context.Request.Path.Value,
            context.Response.StatusCode,
            (int)Stopwatch.GetElapsedTime(start).TotalMilliseconds
        );
    }
}
