using System.Diagnostics;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>An operation and the calibration, called in turn by one client: what slows the machine slows both.</summary>
/// <param name="Target">The operation.</param>
/// <param name="Calibration">The call whose cost is always the same.</param>
/// <param name="Machine">What the machine was like meanwhile.</param>
public sealed record PairedLatency(LatencySeries Target, LatencySeries Calibration, MachineLoad Machine)
{
    /// <summary>The operation's cost in calls of the calibration: the quicker half of both, so that what comes between counts for neither.</summary>
    public double Ratio => Target.QuickerHalf / Calibration.QuickerHalf;

    /// <summary>The same by the quickest calls alone, between which least of all comes: where a neighbour's moods raise <see cref="Ratio"/>, it is raised less.</summary>
    public double QuickestRatio => Target.P10 / Calibration.P10;

    /// <summary>Measures.</summary>
    /// <param name="probe">The operation.</param>
    /// <param name="client">A client of its service.</param>
    /// <param name="calibration">What is called in turn with it.</param>
    /// <param name="plan">How often.</param>
    /// <param name="isClear">Whether so many calls as are enough leave nothing to be asked: then there are no more.</param>
    /// <param name="cancel">Ends with the test.</param>
    public static async Task<PairedLatency> MeasureAsync(
        LatencyProbe probe,
        HttpClient client,
        CalibrationProcess calibration,
        LatencyPlan plan,
        Func<PairedLatency, bool> isClear,
        CancellationToken cancel
    )
    {
        var (target, beside) = (new LatencySeries(), new LatencySeries());
        var (start, otherWork) = (Stopwatch.GetTimestamp(), new OtherWork());
        while (
            plan.Continues(target.Count, Stopwatch.GetElapsedTime(start)) && !(target.Count == LatencyPlan.Enough && isClear(Measured()))
        )
        {
            using var request = await probe.Prepare(client);
            for (var i = 0; i < LatencyPlan.MostCalibrationCallsInARow && LatencyPlan.IsCalibrationDue(target, beside); i++)
            {
                beside.Add(await calibration.TimeAsync());
            }

            target.Add(await LatencyProbe.TimeAsync(client, request, cancel));
        }

        return Measured();

        PairedLatency Measured() => new(target, beside, calibration.Quiet.LoadIn(beside, otherWork.Processors()));
    }
}

/// <summary>How often to call.</summary>
/// <param name="Calls">Calls at most.</param>
/// <param name="Least">Calls at least, however long they take.</param>
/// <param name="Most">Beyond <paramref name="Least"/> only as long as this.</param>
public sealed record LatencyPlan(int Calls, int Least, TimeSpan Most)
{
    /// <summary>Calls after which a measurement may end early: of a tail of one call in twenty, so many show nothing once in 170 times.</summary>
    internal const int Enough = 100;

    /// <summary>However slow the operation is.</summary>
    internal const int MostCalibrationCallsInARow = 20;

    /// <summary>The calibration is called for as much time as the operation, so that a slow moment of the machine falls on both alike, and at least once in two calls.</summary>
    internal static bool IsCalibrationDue(LatencySeries target, LatencySeries calibration) =>
        calibration.Count <= target.Count / 2 || calibration.Total < target.Total;

    internal bool Continues(int calls, TimeSpan elapsed) => calls < Calls && (calls < Least || elapsed < Most);
}
