namespace IntegrationSuite.TestKit.Latency;

/// <summary>What a measurement says of an operation.</summary>
public enum LatencyVerdict
{
    /// <summary>The threshold holds, and the operation is no slower than its baseline.</summary>
    Held,

    /// <summary>The operation is over its threshold, and the machine is not to blame.</summary>
    Breached,

    /// <summary>The operation is slower than its baseline, and the machine is not to blame.</summary>
    Regressed,

    /// <summary>Nothing can be said: the machine is so busy that a call whose cost is always the same is slow too.</summary>
    MachineTooBusy,
}

/// <summary>Judges an operation by its threshold and its baseline.</summary>
/// <param name="Measured">What it is about.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Finding">The same in words; null when all is well and nothing is to be said of it.</param>
public sealed record LatencyJudgement(LatencyMeasurement Measured, LatencyVerdict Verdict, string? Finding)
{
    /// <summary>For a person, with all the figures.</summary>
    public string Message =>
        $"{Measured.Threshold}: {Finding ?? "held"}. One client: {Measured.Alone.Target}; {LatencyMeasurement.Clients} clients: {Measured.Crowd}; beside it the calibration: {Measured.Alone.Calibration}.";

    /// <summary>Measures and judges. What does not hold at once is measured afresh, with more effort: only what that confirms is said.</summary>
    /// <param name="measure">Measures.</param>
    public static async Task<LatencyJudgement> OfAsync(Func<LatencyEffort, Task<LatencyMeasurement>> measure)
    {
        var measured = await measure(LatencyEffort.Short);
        if (!IsSuspect(measured) && IsSlower(measured))
        {
            // A ratio is often mistaken at first, and a second look is cheaper than a long one. A tail is seldom seen twice in so few calls.
            measured = await measure(LatencyEffort.Short);
        }

        if (!IsSuspect(measured) && !IsSlower(measured))
        {
            return Held(measured);
        }

        var again = Of(await measure(LatencyEffort.Long));
        return again.Verdict == LatencyVerdict.Held ? again : Of(await measure(LatencyEffort.LongOfFreshStart));
    }

    /// <summary>Judges one measurement.</summary>
    public static LatencyJudgement Of(LatencyMeasurement measured)
    {
        var alone = measured.Alone;
        var (breach, slower, tail) = (Breach(measured), RegressionRule.Slower(alone, measured.Baseline), RegressionRule.Tail(alone));
        return (breach, slower, tail) switch
        {
            (null, null, null) => Held(measured),
            (not null, _, _) when !(IsOver(measured, alone.Target) ? alone.Machine.MakesCallsWait : measured.CrowdWaits) =>
                new LatencyJudgement(measured, LatencyVerdict.Breached, breach),
            (_, not null, _) when !RegressionRule.IsExcused(alone, measured.Baseline) => new LatencyJudgement(
                measured,
                LatencyVerdict.Regressed,
                slower
            ),
            (_, _, not null) when !alone.Machine.MakesCallsWait || RegressionRule.HasTailOfItsOwn(alone) => new LatencyJudgement(
                measured,
                LatencyVerdict.Regressed,
                tail
            ),
            _ => new LatencyJudgement(
                measured,
                LatencyVerdict.MachineTooBusy,
                $"machine too busy to say whether it is {breach ?? slower ?? tail}; run it again on a quieter one"
            ),
        };
    }

    /// <summary>A busy machine can only have made a threshold harder to hold, but a ratio it raises or lowers.</summary>
    private static LatencyJudgement Held(LatencyMeasurement measured) =>
        new(
            measured,
            LatencyVerdict.Held,
            measured.Baseline is not null && measured.Alone.Machine.IsBusy ? "held; its ratio says little, as the machine was busy" : null
        );

    private static bool IsSuspect(LatencyMeasurement measured) =>
        Breach(measured) is not null || RegressionRule.SuspectsTail(measured.Alone);

    private static bool IsSlower(LatencyMeasurement measured) => RegressionRule.SuspectsSlower(measured.Alone, measured.Baseline);

    private static string? Breach(LatencyMeasurement measured) =>
        IsOver(measured, measured.Alone.Target) ? "over its threshold"
        : IsOver(measured, measured.Crowd) ? $"over its threshold with {LatencyMeasurement.Clients} clients"
        : null;

    private static bool IsOver(LatencyMeasurement measured, LatencySeries calls) => calls.P95 >= measured.Threshold.Milliseconds;
}
