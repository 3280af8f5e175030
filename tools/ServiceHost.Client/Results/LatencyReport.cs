using System.Text.Json.Serialization;

namespace IntegrationSuite.ServiceHost.Client.Results;

/// <summary>What TestKit wrote to <c>results/latency.json</c>, as far as the build shows it.</summary>
internal sealed record LatencyReport(IReadOnlyList<LatencyReport.Operation> Operations, string? Remark = null)
{
    /// <summary>An operation: its verdict, and in words what is wrong with it.</summary>
    internal sealed record Operation(
        string Service,
        [property: JsonPropertyName("operation")] string Name,
        double ThresholdMs,
        string Verdict,
        Figures OneClient,
        double Ratio,
        string? Finding = null,
        double? Baseline = null
    );

    /// <summary>Percentiles, in milliseconds.</summary>
    internal sealed record Figures(double P50, double P95, double P99);
}
