using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using IntegrationSuite.TestKit.Http;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Instances;

/// <summary>Stands in the place of a service and answers wrongly: each trace in the way that its test has asked for, so that tests can share one.</summary>
public sealed class FaultyNeighbour : IAsyncDisposable
{
    private const int MostBytes = 1000;
    private static readonly byte[] s_beginning = Encoding.UTF8.GetBytes("{\"id\":\"");

    private readonly ConcurrentDictionary<string, Script> _scripts = new();
    private readonly HttpClient? _service;
    private readonly LocalServer _server;

    private FaultyNeighbour(string? service)
    {
        _service = service is null ? null : new HttpClient(new LivenessHandler(service)) { BaseAddress = RunningServices.Url(service) };
        _server = new LocalServer(AnswerAsync);
    }

    /// <summary>Its address.</summary>
    public Uri Url => _server.Url;

    /// <summary>Starts one on a free port.</summary>
    /// <param name="service">The service that it passes the requests of unknown traces on to; without one they fail.</param>
    public static FaultyNeighbour Start(string? service = null) => new(service);

    /// <summary>From now on it answers the requests of a trace in this way.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="fault">How it answers.</param>
    /// <param name="from">From which request of the trace on, counted from 1; those before it are passed on to the service.</param>
    public void Answer(ActivityTraceId trace, Fault fault, int from = 1) => _scripts[trace.ToHexString()] = new Script(fault, from);

    /// <summary>Stops it, and cuts off whoever still waits for an answer.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _service?.Dispose();
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        if (FaultFor(context.Request) is { } fault)
        {
            await AnswerAsync(context.Response, fault);
            return;
        }

        try
        {
            using var answer = await _service!.SendAsync(Passing.RequestOf(context.Request));
            await Passing.AnswerAsync(context.Response, answer);
        }
        catch
        {
            // Whoever waits for the answer need not wait longer.
            context.Response.Abort();
            throw;
        }
    }

    // W3C Trace Context, "traceparent": version-trace-parent-flags.
    private Fault? FaultFor(HttpListenerRequest request) =>
        request.Headers["traceparent"]?.Split('-') is [_, var trace, ..] && _scripts.TryGetValue(trace, out var script) ? script.Next()
        : _service is null ? Fault.Failing
        : null;

    private static Task AnswerAsync(HttpListenerResponse response, Fault fault) =>
        fault switch
        {
            Fault.Silent => Task.CompletedTask,
            Fault.Stalled => BeginAsync(response),
            Fault.CutOff => CutAsync(response),
            Fault.Page => WholeAsync(response, 200, "text/html", "<html><body>Please log in.</body></html>"),
            Fault.OtherJson => WholeAsync(response, 200, "application/json", """{"unexpected":[]}"""),
            Fault.Failing => WholeAsync(response, 500, "application/problem+json", """{"title":"Internal Server Error","status":500}"""),
            _ => WholeAsync(response, 403, "application/problem+json", """{"title":"Forbidden","status":403}"""),
        };

    private static async Task BeginAsync(HttpListenerResponse response)
    {
        response.ContentType = "application/json";
        response.ContentLength64 = MostBytes;
        await response.OutputStream.WriteAsync(s_beginning);
        await response.OutputStream.FlushAsync();
    }

    private static async Task CutAsync(HttpListenerResponse response)
    {
        await BeginAsync(response);
        response.Abort();
    }

    private static async Task WholeAsync(HttpListenerResponse response, int status, string mediaType, string body)
    {
        (response.StatusCode, response.ContentType) = (status, mediaType);
        await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
        response.Close();
    }

    private sealed class Script(Fault fault, int from)
    {
        private int _requests;

        public Fault? Next() => Interlocked.Increment(ref _requests) >= from ? fault : null;
    }
}
