using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Footprints;
using IntegrationSuite.TestKit.Session;

[assembly: SessionPart(typeof(FootprintPart))]

namespace IntegrationSuite.TestKit.Footprints;

/// <summary>What each test did is written at the session's end; the build joins it with results and logs.</summary>
internal sealed class FootprintPart : ISessionPart
{
    public async Task WriteAsync(string results, string project)
    {
        Directory.CreateDirectory(results);
        // One project may run for several frameworks.
        var framework = AppContext.TargetFrameworkName?.Split('v')[^1];
        await File.WriteAllBytesAsync(
            Path.Combine(results, $"footprints.{project}.{framework}.json"),
            JsonSerializer.SerializeToUtf8Bytes(TestFootprints.All, ClientJson.Options)
        );
    }
}
