using System.Text;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Session;

/// <summary>What the build wrote next to the test executable (<c>integration-suite.json</c>).</summary>
/// <param name="Concern">The project's concern.</param>
/// <param name="Exclusive">Its tests must be alone on the machine: the other test processes wait.</param>
/// <param name="PostgresBase64">The server to use instead of a private one, or nothing: UTF-8 in base64, as MSBuild can't write every character.</param>
/// <param name="Launch">How to start the services when nobody has, all but that server.</param>
internal sealed record SessionOptions(string Concern, bool Exclusive, string? PostgresBase64, LaunchOptions Launch)
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
            var options =
                JsonSerializer.Deserialize<SessionOptions>(File.ReadAllBytes(Path), ClientJson.Options) ?? throw new JsonException("null");
            return options.PostgresBase64 is { Length: > 0 } server
                ? options with
                {
                    Launch = options.Launch with { PostgresConnectionString = Encoding.UTF8.GetString(Convert.FromBase64String(server)) },
                }
                : options;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.TestNotJoined,
                    $"The test executable does not know the services: {e.Message} Build the test project again; it must name its <IntegrationTestConcern>.",
                    File: Path
                )
            );
        }
    }
}
