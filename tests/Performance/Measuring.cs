using Performance.Operations;
using Performance.Starts;
using TestKit;
using TestKit.Latency;
using TestKit.Latency.Report;

namespace Performance;

/// <summary>Measures operations beside the calibration, and compares them with the baselines.</summary>
[TestClass]
public static class Measuring
{
    private const int CalibrationCalls = 100;

    private static readonly string? s_updatePath = Environment.GetEnvironmentVariable(BaselineUpdate.PathVariable);
    private static readonly Baselines s_baselines = Baselines.Read(Path.Combine(AppContext.BaseDirectory, "baselines.json"));
    private static readonly QuietMachine s_quiet = new(s_updatePath is null ? s_baselines.QuietCalibration : null);
    private static readonly Start s_start = new(s_quiet, fresh: false);
    private static readonly Start s_fresh = new(s_quiet, fresh: true);
    private static readonly BaselineUpdate? s_update = s_updatePath is null ? null : new BaselineUpdate(s_updatePath, s_quiet, s_start);

    /// <summary>Judges an operation, or takes its baseline.</summary>
    internal static async Task<LatencyJudgement> JudgeAsync(LatencyProbe probe, CancellationToken cancel)
    {
        var judgement = s_update is null
            ? await LatencyJudgement.OfAsync(effort => MeasureAsync(probe, effort, cancel))
            : await s_update.TakeAsync(probe, cancel);
        LatencyLog.Add(judgement);
        return judgement;
    }

    /// <summary>Whether the machine is too busy to judge a duration at this moment.</summary>
    internal static async Task<bool> IsMachineBusyAsync()
    {
        var (calibration, calls, otherWork) = (await s_start.Calibration, new LatencySeries(), new OtherWork());
        while (calls.Count < CalibrationCalls)
        {
            calls.Add(await calibration.TimeAsync());
        }

        return s_quiet.LoadIn(calls, otherWork.Processors()).MakesCallsWait;
    }

    [AssemblyCleanup]
    public static async Task FinishAsync()
    {
        await (s_update?.DisposeAsync() ?? ValueTask.CompletedTask);
        await s_start.DisposeAsync();
        await s_fresh.DisposeAsync();
        await World.RemoveAsync();
    }

    private static Task<LatencyMeasurement> MeasureAsync(LatencyProbe probe, LatencyEffort effort, CancellationToken cancel) =>
        (effort == LatencyEffort.LongOfFreshStart ? s_fresh : s_start).MeasureAsync(probe, Baseline(probe), effort, cancel);

    /// <summary>Baselines are taken of plain services whose code is steady, alone on the machine. Thresholds hold all the same where they are not judged.</summary>
    private static double? Baseline(LatencyProbe probe)
    {
        var unfit =
            Suite.Service(probe.Service).Instrumented
                ? "The services are instrumented, which makes them slower, so ratios are not judged: dotnet build -t:PerformanceTest does."
            : !Suite.State.SteadyCode
                ? "The services run with tiered compilation, so what a call costs changes as they run, and ratios are not judged: dotnet build -t:PerformanceTest does."
            : null;
        LatencyLog.Remark(unfit ?? s_baselines.Remark);
        return unfit is null ? s_baselines.Of(probe) : null;
    }
}
