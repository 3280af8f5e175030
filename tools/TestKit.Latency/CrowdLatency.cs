namespace IntegrationSuite.TestKit.Latency;

/// <summary>An operation called by several clients at once, each as soon as it has its answer.</summary>
public static class CrowdLatency
{
    /// <summary>Measures.</summary>
    /// <param name="probe">The operation.</param>
    /// <param name="client">A client of its service.</param>
    /// <param name="clients">How many at once.</param>
    /// <param name="warmUp">Calls of each that don't count: connections, compilation, pools, caches.</param>
    /// <param name="calls">Calls of each that count.</param>
    /// <param name="cancel">Ends with the test.</param>
    public static async Task<LatencySeries> MeasureAsync(
        LatencyProbe probe,
        HttpClient client,
        int clients,
        int warmUp,
        int calls,
        CancellationToken cancel
    )
    {
        var series = new LatencySeries();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => CallAsync()));
        return series;

        async Task CallAsync()
        {
            for (var i = -warmUp; i < calls; i++)
            {
                var duration = await probe.TimeAsync(client, cancel);
                if (i >= 0)
                {
                    series.Add(duration);
                }
            }
        }
    }
}
