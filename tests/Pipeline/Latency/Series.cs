using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

/// <summary>Series of calls, made up.</summary>
internal static class Series
{
    /// <summary>200 calls around a duration, of which some waited for 50 ms more.</summary>
    public static LatencySeries Of(double milliseconds, int waiting = 0)
    {
        var series = new LatencySeries();
        for (var i = 0; i < 200; i++)
        {
            series.Add(TimeSpan.FromMilliseconds((milliseconds * (1 + (i % 10 * 0.02))) + (i < waiting ? 50 : 0)));
        }

        return series;
    }

    /// <summary>An operation beside the calibration.</summary>
    public static PairedLatency Pair(LatencySeries target, LatencySeries calibration, bool busy = false) =>
        new(target, calibration, busy ? new(3, 5, 2) : Quiet);

    /// <summary>A machine that does nothing else.</summary>
    public static MachineLoad Quiet { get; } = new(Slowness: 1, Waiting: 1, OtherWork: 0);
}
