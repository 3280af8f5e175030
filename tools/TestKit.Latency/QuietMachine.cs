namespace IntegrationSuite.TestKit.Latency;

/// <summary>Knows what a call of the calibration costs when the machine has nothing else to do, and by it, whether it has.</summary>
/// <param name="known">What it was in an earlier session on such a machine, in milliseconds: by it a machine is known to be busy that is so from the first call to the last.</param>
public sealed class QuietMachine(double? known = null)
{
    /// <summary>The least 10th percentile that any series showed, in milliseconds.</summary>
    public double Milliseconds { get; private set; } = known ?? double.MaxValue;

    /// <summary>What the machine was like during a series of calls.</summary>
    /// <param name="calls">Of the calibration.</param>
    /// <param name="otherWork">See <see cref="MachineLoad.OtherWork"/>.</param>
    public MachineLoad LoadIn(LatencySeries calls, double otherWork)
    {
        Milliseconds = Math.Min(Milliseconds, calls.P10);
        return new MachineLoad(calls.P50 / Milliseconds, calls.P95 / Milliseconds, otherWork);
    }
}
