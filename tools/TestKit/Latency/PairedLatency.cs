using System.Diagnostics;

namespace TestKit.Latency;

/// <summary>An operation and the calibration, called in turn: what slows the machine slows both.</summary>
/// <param name="Target">The operation.</param>
/// <param name="Calibration">The call that does next to nothing.</param>
public sealed record PairedLatency(LatencySeries Target, LatencySeries Calibration)
{
    /// <summary>On a quiet machine the slow calls of the calibration take two to four times as long as its fast ones.</summary>
    private const double QuietSpread = 10;

    /// <summary>Below this, in milliseconds, the calibration says nothing that could explain a breach.</summary>
    private const double Negligible = 5;

    /// <summary>The calibration is far above its quiet value, which is its own 10th percentile: even between busy moments there are quiet ones.</summary>
    public bool MachineIsBusy => Calibration.P95 > Math.Max(Negligible, QuietSpread * Calibration.Percentile(10));

    /// <summary>Measures with one client, one call after another.</summary>
    /// <param name="target">One call of the operation.</param>
    /// <param name="calibration">One call of the calibration.</param>
    /// <param name="plan">How often.</param>
    public static async Task<PairedLatency> MeasureAsync(Func<Task> target, Func<Task> calibration, LatencyPlan plan)
    {
        var pair = new PairedLatency(new LatencySeries(), new LatencySeries());
        for (var i = -plan.WarmUp; i < plan.Calls; i++)
        {
            var (beside, own) = (await TimeAsync(calibration), await TimeAsync(target));
            if (i >= 0)
            {
                pair.Calibration.Add(beside);
                pair.Target.Add(own);
            }
        }

        return pair;
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(start);
    }
}

/// <summary>How often to call.</summary>
/// <param name="WarmUp">Calls before the clock counts: compilation, pools, caches.</param>
/// <param name="Calls">Calls that count.</param>
public sealed record LatencyPlan(int WarmUp, int Calls);
