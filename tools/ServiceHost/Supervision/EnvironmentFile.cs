using dotenv.net;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Reads the file with more environment that an entry names: <c>NAME=value</c>, one a line, as dotenv has it.</summary>
internal static class EnvironmentFile
{
    private const string Export = "export ";

    /// <summary>Its variables.</summary>
    /// <exception cref="SuiteException">It can't be read.</exception>
    public static IEnumerable<KeyValuePair<string, string>> Read(ServiceEntry service)
    {
        try
        {
            return DotEnv
                .Read(new DotEnvOptions(ignoreExceptions: false, envFilePaths: [service.EnvFile!], trimValues: true))
                .Select(pair => KeyValuePair.Create(WithoutExport(pair.Key), pair.Value));
        }
        catch (Exception e) when (e is not OutOfMemoryException) // the library's own, of any type
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.ManifestBadValue,
                    $"The 'envFile' of {service.Title} can't be read: {e.Message}",
                    service.Name,
                    File: service.EnvFile
                )
            );
        }
    }

    // Files that a shell reads too have it; the library takes it for a part of the name.
    private static string WithoutExport(string name) =>
        name.StartsWith(Export, StringComparison.Ordinal) ? name[Export.Length..].TrimStart() : name;
}
