using System.Text.Json;
using ServiceHost.Client;

namespace TestKit.Session;

/// <summary>What the build wrote next to the test executable (<c>integration-suite.json</c>).</summary>
/// <param name="Concern">The project's concern.</param>
/// <param name="Exclusive">Its tests must be alone on the machine: the other test processes wait.</param>
/// <param name="Launch">How to start the services when nobody has.</param>
internal sealed record SessionOptions(string Concern, bool Exclusive, LaunchOptions Launch)
{
    private static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "integration-suite.json");

    /// <summary>Whether the build wrote them.</summary>
    public static bool IsThere => File.Exists(Path);

    /// <summary>Reads the options.</summary>
    /// <exception cref="SuiteException">SUITE310: the file is missing or broken.</exception>
    public static SessionOptions Read()
    {
        try
        {
            return JsonSerializer.Deserialize<SessionOptions>(File.ReadAllBytes(Path), ClientJson.Options) ?? throw new JsonException("null");
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new SuiteException(new SuiteError(ErrorCodes.TestNotJoined, $"The test executable does not know the services: {e.Message} Build the test project again; it must name its <IntegrationTestConcern>.", File: Path));
        }
    }
}
