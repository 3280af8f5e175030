using System.Globalization;
using TestKit.Contracts;

namespace TestKit.Latency;

/// <summary>How long an operation may take, at the 95th percentile of a warm service.</summary>
/// <param name="Service">The service's name in the manifest.</param>
/// <param name="Operation">The operation, such as <c>GET /api/templates</c>.</param>
/// <param name="Milliseconds">The 95th percentile must be below.</param>
public sealed record LatencyThreshold(string Service, string Operation, double Milliseconds)
{
    /// <summary>The extension of an OpenAPI operation that gives its threshold, in milliseconds (OpenAPI 3.1, "Specification Extensions").</summary>
    public const string Extension = "x-threshold-ms";

    /// <summary>The thresholds that a service's contract gives, by operation.</summary>
    public static IReadOnlyDictionary<string, LatencyThreshold> Of(string service, ApiDocument contract) =>
        contract
            .Operations.Where(operation => operation.Definition.TryGetProperty(Extension, out _))
            .ToDictionary(
                operation => operation.ToString(),
                operation => new LatencyThreshold(service, operation.ToString(), operation.Definition.GetProperty(Extension).GetDouble())
            );

    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Operation} of {Service}, to stay under {Milliseconds:0} ms at p95");
}
