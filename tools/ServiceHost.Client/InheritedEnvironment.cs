using System.Collections;

namespace ServiceHost.Client;

/// <summary>The environment that a supervisor and its services inherit: this process's own, without what a build or a test run put there for itself.</summary>
public static class InheritedEnvironment
{
    // MSBuild nodes, `dotnet` and test hosts steer themselves by these; in a service they change its behaviour or its output.
    private static readonly string[] s_noise =
    [
        "MSBUILD", "_MSBUILD", "DOTNET_CLI", "DOTNET_HOST_PATH", "DOTNET_STARTUP_HOOKS", "VSTEST", "TESTINGPLATFORM", "SERVICEHOST_", "SERVICE_URLS", "COVERLET",
    ];

    /// <summary>A fresh copy.</summary>
    public static Dictionary<string, string> Read() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => ((string)variable.Key, (string?)variable.Value ?? ""))
            .Where(variable => !Array.Exists(s_noise, prefix => variable.Item1.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)))
            .ToDictionary(variable => variable.Item1, variable => variable.Item2);
}
