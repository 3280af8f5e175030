using System.Globalization;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Latency;

/// <summary>Shows what was measured of each operation, as TestKit wrote it to <c>results/latency.json</c>.</summary>
public sealed class ShowLatency : SuiteTask
{
    /// <summary>Where results are.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        var file = Path.Combine(ResultsDirectory, "latency.json");
        if (File.Exists(file))
        {
            var report = JsonSerializer.Deserialize<LatencyReport>(File.ReadAllBytes(file), ClientJson.Options)!;
            Say($"{"Latency, one client, in ms", -60} {"threshold", 9} {"p50", 7} {"p95", 7} {"p99", 7} {"ratio", 6}  verdict");
            report.Operations.Select(Line).Append(report.Remark).OfType<string>().ToList().ForEach(Say);
        }
    }

    private static string Line(LatencyReport.Operation found) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Mark(found.Verdict)} {found.Service + " " + found.Name, -58} {found.ThresholdMs, 9:0} {found.OneClient.P50, 7:0.0} {found.OneClient.P95, 7:0.0} {found.OneClient.P99, 7:0.0} {found.Ratio, 6:0.00}  {found.Finding ?? "held"}"
        );

    private static string Mark(string verdict) =>
        verdict switch
        {
            "Held" => "✓",
            "MachineTooBusy" => "?",
            _ => "✗",
        };
}
