namespace TestKit.Latency;

/// <summary>Knows what a call of the calibration costs when the machine has nothing else to do, and by it, whether it has.</summary>
/// <param name="known">What it was in an earlier session on such a machine, in milliseconds: by it a machine is known to be busy that is so from the first call to the last.</param>
public sealed class QuietMachine(double? known = null)
{
    /// <summary>Without other work of ours the slow calls took up to 2.6 times as long as that in 414 of 420 measurements, beside two busy loops on two cores at least 3.4 times.</summary>
    private const double Spread = 3;

    /// <summary>And half of the calls up to 1.9 times as long in all but a few (where processors share a core with a neighbour), beside busy loops at least 2.4 times: then an operation that waits more often than the calibration suffers more.</summary>
    private const double Middle = 2;

    /// <summary>The least 10th percentile that any series showed, in milliseconds.</summary>
    public double Milliseconds { get; private set; } = known ?? double.MaxValue;

    /// <summary>Whether a series of calls is far above that.</summary>
    public bool IsBusyIn(LatencySeries calls) => SlownessIn(calls) > Middle || calls.P95 > Spread * Milliseconds;

    /// <summary>How many times as long as that half of the calls took at least.</summary>
    public double SlownessIn(LatencySeries calls)
    {
        Milliseconds = Math.Min(Milliseconds, calls.P10);
        return calls.P50 / Milliseconds;
    }
}
