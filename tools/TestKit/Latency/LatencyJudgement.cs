namespace TestKit.Latency;

/// <summary>What a measurement says of a threshold.</summary>
public enum LatencyVerdict
{
    /// <summary>The threshold holds. A busy machine can only have made that harder.</summary>
    Held,

    /// <summary>The operation is too slow, and the machine is not to blame.</summary>
    Breached,

    /// <summary>Nothing can be said: the machine is so busy that a call that does nothing is slow too.</summary>
    MachineTooBusy,
}

/// <summary>Judges a threshold by paired measurements.</summary>
/// <param name="Verdict">What was found.</param>
/// <param name="Message">The same for a person, with all the figures.</param>
public sealed record LatencyJudgement(LatencyVerdict Verdict, string Message)
{
    /// <summary>Measures and judges; on a busy machine once more, before that is said.</summary>
    public static async Task<LatencyJudgement> OfAsync(LatencyThreshold threshold, Func<Task<PairedLatency>> measure)
    {
        var first = Of(threshold, await measure());
        return first.Verdict == LatencyVerdict.MachineTooBusy ? Of(threshold, await measure()) : first;
    }

    /// <summary>Judges one measurement.</summary>
    public static LatencyJudgement Of(LatencyThreshold threshold, PairedLatency measured)
    {
        var verdict = measured.Target.P95 < threshold.Milliseconds ? LatencyVerdict.Held
            : measured.MachineIsBusy ? LatencyVerdict.MachineTooBusy
            : LatencyVerdict.Breached;
        var finding = verdict switch
        {
            LatencyVerdict.Held => "held",
            LatencyVerdict.Breached => "too slow",
            _ => "machine too busy to say (run it again on a quieter one)",
        };
        return new LatencyJudgement(verdict, $"{threshold}: {finding}. Measured {measured.Target}; beside it a call that does nothing: {measured.Calibration}.");
    }
}
