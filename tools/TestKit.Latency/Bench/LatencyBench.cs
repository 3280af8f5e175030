using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Gates;
using IntegrationSuite.TestKit.Latency.Report;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Latency.Bench;

/// <summary>
/// Measures operations of the running services beside the calibration, one at a time, and holds them against their thresholds and against
/// <c>baselines.json</c> beside the test executable. A test process has one; its session disposes it.
/// </summary>
/// <param name="warmUp">Calls what will be measured, before the first measurement: what is compiled then takes no measurement's time.</param>
public sealed class LatencyBench(Func<CancellationToken, Task>? warmUp = null) : IAsyncDisposable
{
    /// <summary>The category of tests that judge latencies, by which <c>-t:UpdateBaselines</c> finds them.</summary>
    public const string Category = "Latency";

    private const int CalibrationCalls = 100;

    private static readonly string? s_updatePath = Environment.GetEnvironmentVariable(BaselineUpdate.PathVariable);
    private static readonly Baselines s_baselines = Baselines.Read(Path.Combine(AppContext.BaseDirectory, "baselines.json"));

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lazy<Parts> _parts = new(() => new Parts(warmUp ?? (_ => Task.CompletedTask)));

    /// <summary>An operation holds its threshold and is no slower than its baseline; or its baseline is taken.</summary>
    /// <param name="probe">The operation.</param>
    /// <param name="threshold">What it promised.</param>
    /// <param name="cancel">Ends with the test.</param>
    /// <returns>What was measured.</returns>
    /// <exception cref="AssertFailedException">It does not, and its service's gate <c>latency</c> is an error.</exception>
    /// <exception cref="AssertInconclusiveException">The machine is too busy to say (SUITE320).</exception>
    public async Task<LatencyJudgement> AssertHoldsAsync(LatencyProbe probe, LatencyThreshold threshold, CancellationToken cancel)
    {
        var judgement = await JudgeAsync(probe, threshold, cancel);
        if (judgement.Verdict == LatencyVerdict.MachineTooBusy)
        {
            Assert.Inconclusive($"{ErrorCodes.MachineTooBusy}: {judgement.Message}");
        }
        else if (judgement.Verdict != LatencyVerdict.Held)
        {
            ServiceGate.Broken(ErrorCodes.LatencyNotHeld, probe.Service, judgement.Message);
        }

        return judgement;
    }

    /// <summary>Whether the machine is too busy to judge a duration at this moment.</summary>
    public async Task<bool> IsMachineBusyAsync()
    {
        var (calibration, calls, otherWork) = (await _parts.Value.Own.Calibration, new LatencySeries(), new OtherWork());
        while (calls.Count < CalibrationCalls)
        {
            calls.Add(await calibration.TimeAsync());
        }

        return _parts.Value.Quiet.LoadIn(calls, otherWork.Processors()).MakesCallsWait;
    }

    /// <summary>Ends the calibration and the second instances; writes the baselines, if they were taken.</summary>
    public async ValueTask DisposeAsync()
    {
        _turn.Dispose();
        if (_parts.IsValueCreated)
        {
            await _parts.Value.DisposeAsync();
        }
    }

    private async Task<LatencyJudgement> JudgeAsync(LatencyProbe probe, LatencyThreshold threshold, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            var judgement = _parts.Value.Update is { } update
                ? await update.TakeAsync(probe, threshold, cancel)
                : await LatencyJudgement.OfAsync(effort => MeasureAsync(probe, threshold, effort, cancel));
            LatencyLog.Add(judgement);
            return judgement;
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task<LatencyMeasurement> MeasureAsync(
        LatencyProbe probe,
        LatencyThreshold threshold,
        LatencyEffort effort,
        CancellationToken cancel
    )
    {
        var start = effort == LatencyEffort.LongOfFreshStart ? _parts.Value.Fresh : _parts.Value.Own;
        return start.MeasureAsync(probe, threshold, Baseline(probe), effort, cancel);
    }

    /// <summary>Baselines are taken of plain services whose code is steady, alone on the machine. Thresholds hold all the same where they are not judged.</summary>
    private static double? Baseline(LatencyProbe probe)
    {
        var unfit =
            Suite.TryService(probe.Service)?.Instrumented == true
                ? "The services are instrumented, which makes them slower, so ratios are not judged: dotnet build -t:PerformanceTest does."
            : !Suite.State.SteadyCode
                ? "The services run with tiered compilation, so what a call costs changes as they run, and ratios are not judged: dotnet build -t:PerformanceTest does."
            : null;
        LatencyLog.Remark(unfit ?? s_baselines.Remark);
        return unfit is null ? s_baselines.Of(probe) : null;
    }

    /// <summary>What a bench has once something is measured.</summary>
    private sealed class Parts : IAsyncDisposable
    {
        public Parts(Func<CancellationToken, Task> warmUp)
        {
            Own = new Start(Quiet, warmUp, fresh: false);
            Fresh = Own.Again();
            Update = s_updatePath is null ? null : new BaselineUpdate(s_updatePath, Quiet, Own);
        }

        public QuietMachine Quiet { get; } = new(s_updatePath is null ? s_baselines.QuietCalibration : null);

        public Start Own { get; }

        public Start Fresh { get; }

        public BaselineUpdate? Update { get; }

        public async ValueTask DisposeAsync()
        {
            await (Update?.DisposeAsync() ?? ValueTask.CompletedTask);
            await Own.DisposeAsync();
            await Fresh.DisposeAsync();
        }
    }
}
