using System.Collections.Concurrent;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Latency.Report;

/// <summary>What this process found of each operation: <c>results/latency.json</c>, and a plot a service, <c>results/latency.&lt;service&gt;.svg</c>.</summary>
public static class LatencyLog
{
    private static readonly ConcurrentQueue<LatencyJudgement> Found = [];

    private static string? s_remark;

    /// <summary>Takes note of a judgement.</summary>
    public static void Add(LatencyJudgement judgement) => Found.Enqueue(judgement);

    /// <summary>Takes note of what holds for all of them, for a person.</summary>
    public static void Remark(string? remark) => s_remark = remark;

    /// <summary>Writes the files, if anything was measured.</summary>
    internal static void Write(string folder)
    {
        if (Found.IsEmpty)
        {
            return;
        }

        File.WriteAllText(
            Path.Combine(folder, "latency.json"),
            JsonSerializer.Serialize(new { remark = s_remark, operations = Found.Select(Entry) }, ClientJson.Indented)
        );
        foreach (var service in Found.GroupBy(judgement => judgement.Measured.Probe.Service))
        {
            File.WriteAllText(Path.Combine(folder, $"latency.{service.Key}.svg"), LatencyPlot.Draw(service.Key, [.. service]));
        }
    }

    private static object Entry(LatencyJudgement judgement)
    {
        var measured = judgement.Measured;
        return new
        {
            measured.Probe.Service,
            Operation = measured.Probe.Name,
            ThresholdMs = measured.Threshold.Milliseconds,
            Verdict = judgement.Verdict.ToString(),
            judgement.Finding,
            OneClient = Figures(measured.Alone.Target),
            ManyClients = Figures(measured.Crowd),
            OtherWorkBesideMany = Math.Round(measured.BesideCrowd, 2),
            Calibration = Figures(measured.Alone.Calibration),
            Ratio = Math.Round(measured.Alone.Ratio, 3),
            measured.Baseline,
            Machine = Figures(measured.Alone.Machine),
        };
    }

    private static object Figures(MachineLoad machine) =>
        new
        {
            Slowness = Math.Round(machine.Slowness, 2),
            Waiting = Math.Round(machine.Waiting, 2),
            OtherWork = Math.Round(machine.OtherWork, 2),
        };

    private static object Figures(LatencySeries series) =>
        new
        {
            Calls = series.Count,
            QuickerHalf = Math.Round(series.QuickerHalf, 2),
            P10 = Math.Round(series.P10, 2),
            P50 = Math.Round(series.P50, 2),
            P95 = Math.Round(series.P95, 2),
            P99 = Math.Round(series.P99, 2),
        };
}
