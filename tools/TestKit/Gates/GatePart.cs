using System.Text.Json;
using ServiceHost.Client;
using TestKit.Gates;
using TestKit.Session;

[assembly: SessionPart(typeof(GatePart))]

namespace TestKit.Gates;

/// <summary>What gates only warn of is written at the session's end, for the build to tell.</summary>
internal sealed class GatePart : ISessionPart
{
    public async Task WriteAsync(string results, string project)
    {
        if (ServiceGate.Warnings is { Count: > 0 } warnings)
        {
            Directory.CreateDirectory(results);
            await File.WriteAllTextAsync(
                Path.Combine(results, $"warnings.{project}.json"),
                JsonSerializer.Serialize(warnings, ClientJson.Indented)
            );
        }
    }
}
