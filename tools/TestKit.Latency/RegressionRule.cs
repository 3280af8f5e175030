using System.Globalization;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>Tells a service that became slower from a machine that did.</summary>
public static class RegressionRule
{
    /// <summary>How far above its baseline an operation's ratio may be on a quiet machine; and from where on it is measured longer.</summary>
    public const double Limit = 1.1;

    /// <summary>The same on a slow one: from there on it holds or is left open.</summary>
    private const double SlowLimit = 1.2;

    /// <summary>How much of its slowness a machine may make of a ratio: up to 1.36 were seen at 1.75 to 1.9 times its quiet value, and nothing had been added.</summary>
    private const double ShareOfSlowness = 0.5;

    /// <summary>What no busy machine was seen to make of a ratio: a compiler beside it made 2.1.</summary>
    private const double BusyLimit = 3;

    /// <summary>A call is slow when it takes at least so much longer than half of the calls, in milliseconds, and twice as long: no work of a service varies so, waiting does.</summary>
    private const double LeastSlow = 20;

    /// <summary>How improbable a tail must be as an accident of the machine.</summary>
    private const double Significance = 0.005;

    /// <summary>The same on a busy machine, where an operation that waits more often than the calibration suffers more.</summary>
    private const double BusySignificance = 0.0001;

    /// <summary>A cheap look at the ratio, which suspects too often rather than too seldom: what it suspects is measured afresh.</summary>
    public static bool SuspectsSlower(PairedLatency measured, double? baseline) => Exceeds(measured, Limit * baseline);

    /// <summary>The same for a slow tail.</summary>
    public static bool SuspectsTail(PairedLatency measured) =>
        measured.Target.CountSlow(Slow(measured)) > measured.Calibration.CountSlow(Slow(measured));

    /// <summary>Whether there is neither, and more calls need not be asked.</summary>
    public static bool IsClear(PairedLatency measured, double? baseline) =>
        baseline is not null && !SuspectsSlower(measured, baseline) && measured.Target.CountSlow(Slow(measured)) == 0;

    /// <summary>Whether a long measurement shows more work than before.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Slower(PairedLatency measured, double? baseline) =>
        Exceeds(measured, Math.Clamp(Noise(measured.Machine), Limit, SlowLimit) * baseline)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{measured.Ratio / baseline:0.00} times its baseline (now {measured.Ratio:0.00} calls of the calibration, {baseline:0.00} before)"
            )
            : null;

    /// <summary>Whether the machine may be to blame for that.</summary>
    public static bool IsExcused(PairedLatency measured, double? baseline) =>
        !Exceeds(measured, (measured.Machine.IsBusy ? BusyLimit : Noise(measured.Machine)) * baseline);

    /// <summary>Whether it shows a slow tail.</summary>
    /// <returns>What is wrong, or null.</returns>
    public static string? Tail(PairedLatency measured) => TailByChance(measured) < Significance ? Describe(measured) : null;

    /// <summary>Whether a tail is the operation's own even if the machine is busy: the calibration, called for as much time, would share one that the machine makes.</summary>
    public static bool HasTailOfItsOwn(PairedLatency measured) => TailByChance(measured) < BusySignificance;

    /// <summary>Work that was added slows the quickest calls as well as the quicker half; noise seldom does both.</summary>
    private static bool Exceeds(PairedLatency measured, double? limit) => measured.Ratio > limit && measured.QuickestRatio > limit;

    /// <summary>What the machine may make of a ratio.</summary>
    private static double Noise(MachineLoad machine) => 1 + (ShareOfSlowness * (machine.Slowness - 1));

    private static string Describe(PairedLatency measured)
    {
        var slow = Slow(measured);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"a slow tail ({measured.Target.CountSlow(slow)} of {measured.Target.Count} calls over {slow:0} ms slower than the middle one; of the calibration {measured.Calibration.CountSlow(slow)} of {measured.Calibration.Count})"
        );
    }

    private static double Slow(PairedLatency measured) => Math.Max(LeastSlow, measured.Target.P50);

    /// <summary>Were the machine to blame, slow calls would fall on target and calibration as their times are: the longer one runs, the more falls on it.</summary>
    private static double TailByChance(PairedLatency measured)
    {
        var (own, beside) = (Time(measured.Target), Time(measured.Calibration));
        var (slow, slowBeside) = (measured.Target.CountSlow(Slow(measured)), measured.Calibration.CountSlow(Slow(measured)));
        return ExactBinomial.AtLeast(slow, slow + slowBeside, own / (own + beside));
    }

    private static double Time(LatencySeries series) => series.P50 * series.Count;
}
