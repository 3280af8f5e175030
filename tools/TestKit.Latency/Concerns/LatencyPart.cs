using IntegrationSuite.TestKit.Latency;
using IntegrationSuite.TestKit.Latency.Bench;
using IntegrationSuite.TestKit.Latency.Report;
using IntegrationSuite.TestKit.Session;

[assembly: SessionPart(typeof(LatencyPart))]

namespace IntegrationSuite.TestKit.Latency;

/// <summary>What the session measured is written at its end, and its bench goes.</summary>
internal sealed class LatencyPart : ISessionPart
{
    /// <summary>That of the ready-made tests.</summary>
    public static LatencyBench Bench { get; } = new();

    public async Task WriteAsync(string results, string project)
    {
        LatencyLog.Write(results);
        await Bench.DisposeAsync();
    }
}
