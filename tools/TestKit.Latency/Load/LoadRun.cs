using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace IntegrationSuite.TestKit.Latency.Load;

/// <summary>Requests at a fixed rate, whether earlier ones have been answered or not, as users send them; each is timed from the moment it was due, so that a service that stalls can't hide it.</summary>
public sealed class LoadRun
{
    private readonly ConcurrentDictionary<LatencyProbe, LatencySeries> _series = new();
    private readonly ConcurrentQueue<string> _errors = [];

    /// <summary>What was measured, by operation.</summary>
    public IReadOnlyDictionary<LatencyProbe, LatencySeries> Series => _series;

    /// <summary>Everything that did not succeed.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Sends.</summary>
    /// <param name="mix">The operations, in turn; one that stands there twice is called twice as often.</param>
    /// <param name="client">A client of a service.</param>
    /// <param name="rate">Requests a second.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="cancel">Ends with the test.</param>
    public static async Task<LoadRun> SendAsync(
        IReadOnlyList<LatencyProbe> mix,
        Func<string, HttpClient> client,
        int rate,
        TimeSpan duration,
        CancellationToken cancel
    )
    {
        var run = new LoadRun();
        var start = Stopwatch.GetTimestamp();
        var calls = new List<Task>();
        for (var i = 0; i < rate * duration.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / rate);
            if (due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
            {
                await Task.Delay(early, cancel);
            }

            calls.Add(run.CallAsync(mix[i % mix.Count], client, start, due, cancel));
        }

        await Task.WhenAll(calls);
        return run;
    }

    private async Task CallAsync(LatencyProbe probe, Func<string, HttpClient> client, long start, TimeSpan due, CancellationToken cancel)
    {
        try
        {
            await probe.TimeAsync(client(probe.Service), cancel);
            _series.GetOrAdd(probe, _ => new LatencySeries()).Add(Stopwatch.GetElapsedTime(start) - due);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException)
        {
            _errors.Enqueue($"{probe.Service} {probe.Name}: {e.Message}");
        }
    }
}
