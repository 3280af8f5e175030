using System.Globalization;

namespace TestKit.Latency;

/// <summary>How long an operation may take, at the 95th percentile of a warm service.</summary>
/// <param name="Service">The service's name in the manifest.</param>
/// <param name="Operation">The operation, such as <c>GET /api/templates</c>.</param>
/// <param name="Milliseconds">The 95th percentile must be below.</param>
public sealed record LatencyThreshold(string Service, string Operation, double Milliseconds)
{
    /// <inheritdoc />
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Operation} of {Service}, to stay under {Milliseconds:0} ms at p95");
}
