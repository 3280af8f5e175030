using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Gates;
using IntegrationSuite.TestKit.Session;

[assembly: SessionPart(typeof(GatePart))]

namespace IntegrationSuite.TestKit.Gates;

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
