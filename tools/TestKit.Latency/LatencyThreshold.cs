using System.Globalization;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>How long an operation may take, at the 95th percentile of a warm service.</summary>
/// <param name="Service">The service's name in the manifest.</param>
/// <param name="Operation">The operation, such as <c>GET /api/templates</c>.</param>
/// <param name="Milliseconds">The 95th percentile must be below.</param>
public sealed record LatencyThreshold(string Service, string Operation, double Milliseconds)
{
    /// <summary>The extension of an OpenAPI operation that gives its threshold, in milliseconds (OpenAPI 3.1, "Specification Extensions").</summary>
    public const string Extension = "x-threshold-ms";

    /// <summary>The thresholds that a service's contract gives, by operation.</summary>
    /// <param name="service">The service's name in the manifest.</param>
    /// <param name="contract">Its OpenAPI document.</param>
    public static IReadOnlyDictionary<string, LatencyThreshold> Of(string service, JsonElement contract) =>
        (
            from path in contract.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            where method.Value.ValueKind == JsonValueKind.Object && method.Value.TryGetProperty(Extension, out _)
            select new LatencyThreshold(
                service,
                $"{method.Name.ToUpperInvariant()} {path.Name}",
                method.Value.GetProperty(Extension).GetDouble()
            )
        ).ToDictionary(threshold => threshold.Operation);

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Operation} of {Service}, to stay under {Milliseconds:0} ms at p95");
}
