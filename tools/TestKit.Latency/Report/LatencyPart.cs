using TestKit.Latency.Report;
using TestKit.Session;

[assembly: SessionPart(typeof(LatencyPart))]

namespace TestKit.Latency.Report;

/// <summary>What the session measured is written at its end.</summary>
internal sealed class LatencyPart : ISessionPart
{
    public Task WriteAsync(string results, string project)
    {
        LatencyLog.Write(results);
        return Task.CompletedTask;
    }
}
