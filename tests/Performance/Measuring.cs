using System.Collections.Concurrent;
using System.Text;
using Performance.Operations;
using TestKit;
using TestKit.Latency;
using TestKit.Latency.Report;

namespace Performance;

/// <summary>Measures operations beside the one calibration of this process, and keeps the baselines.</summary>
[TestClass]
public static class Measuring
{
    /// <summary>Where to write the baselines; <c>dotnet build -t:UpdateBaselines</c> sets it.</summary>
    private const string UpdateVariable = "UPDATE_BASELINES";

    /// <summary>Which session of one update this is, from 1 on.</summary>
    private const string SessionVariable = "UPDATE_BASELINES_SESSION";

    private const int CalibrationCalls = 100;

    private static readonly string? s_updatePath = Environment.GetEnvironmentVariable(UpdateVariable);
    private static readonly bool s_updatesAgain = Environment.GetEnvironmentVariable(SessionVariable) is not (null or "1");
    private static readonly Lazy<Task<CalibrationProcess>> s_calibration = new(StartCalibrationAsync);
    private static readonly Baselines s_baselines = Baselines.Read(s_updatePath ?? Path.Combine(AppContext.BaseDirectory, "baselines.json"));

    private static readonly ConcurrentQueue<string> s_moved = new();

    /// <summary>Judges an operation, or takes its baseline.</summary>
    internal static async Task<LatencyJudgement> JudgeAsync(LatencyProbe probe, CancellationToken cancel)
    {
        var judgement = await LatencyJudgement.OfAsync(@long => MeasureAsync(probe, @long || s_updatePath is not null, cancel));
        LatencyLog.Add(judgement);
        if (s_updatePath is not null && s_baselines.Set(probe, judgement.Measured.Alone.Ratio, s_updatesAgain) is { } moved)
        {
            s_moved.Enqueue(moved);
        }

        return judgement;
    }

    /// <summary>Whether the machine is too busy to judge anything at this moment.</summary>
    internal static async Task<bool> IsMachineBusyAsync()
    {
        var (calibration, calls) = (await s_calibration.Value, new LatencySeries());
        while (calls.Count < CalibrationCalls)
        {
            calls.Add(await calibration.TimeAsync());
        }

        return calibration.Quiet.IsBusyIn(calls);
    }

    [AssemblyCleanup]
    public static async Task FinishAsync()
    {
        if (s_updatePath is not null)
        {
            s_baselines.Write(s_updatePath, (await s_calibration.Value).Quiet.Milliseconds);
            await using var output = Console.OpenStandardOutput(); // MSTest keeps Console.Out of tests that pass to itself
            await output.WriteAsync(Encoding.UTF8.GetBytes(string.Join('\n', s_moved.Append($"{s_moved.Count} baselines moved.\n"))));
        }

        if (s_calibration.IsValueCreated)
        {
            await (await s_calibration.Value).DisposeAsync();
        }

        await World.RemoveAsync();
    }

    // The first session of an update finds out what is quiet.
    private static Task<CalibrationProcess> StartCalibrationAsync() =>
        CalibrationProcess.StartAsync(new QuietMachine(s_updatePath is null || s_updatesAgain ? s_baselines.QuietCalibration : null));

    private static async Task<LatencyMeasurement> MeasureAsync(LatencyProbe probe, bool @long, CancellationToken cancel)
    {
        var world = await World.Stored;
        var threshold = (await Thresholds.OfAsync(probe.Service))[probe.Operation];
        return await LatencyMeasurement.TakeAsync(probe, threshold, Baseline(probe), world.Backend.Http(probe.Service), await s_calibration.Value, @long, cancel);
    }

    /// <summary>Baselines are taken of plain services whose code is steady, alone on the machine. Thresholds hold all the same where they are not judged.</summary>
    private static double? Baseline(LatencyProbe probe)
    {
        if (s_updatePath is not null)
        {
            return null;
        }

        var unfit = Suite.Service(probe.Service).Instrumented ? "The services are instrumented, which makes them slower, so ratios are not judged: dotnet build -t:PerformanceTest does."
            : !Suite.State.SteadyCode ? "The services run with tiered compilation, so what a call costs changes as they run, and ratios are not judged: dotnet build -t:PerformanceTest does."
            : s_baselines.Unfit;
        LatencyLog.Remark(unfit);
        return unfit is null ? s_baselines.Of(probe) : null;
    }
}
