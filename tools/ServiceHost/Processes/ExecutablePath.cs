using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Finds a program in the environment that it will have.</summary>
internal static class ExecutablePath
{
    /// <summary>Its absolute path.</summary>
    /// <exception cref="LaunchException">There is none.</exception>
    public static string Find(ProcessSpec spec) => TryFind(spec) ?? throw NotFound(spec.FileName);

    /// <summary>What to say of a program that is not there.</summary>
    public static LaunchException NotFound(string name) =>
        new($"The command '{name}' was not found{(name.Contains('/') ? "" : " on the PATH")}, or is not executable.");

    /// <summary>Whether there is one of that name.</summary>
    public static bool IsOnPath(string name, IReadOnlyDictionary<string, string> environment) =>
        TryFind(new ProcessSpec(name, [], Environment.CurrentDirectory, environment, LogFile: "")) is not null;

    private static string? TryFind(ProcessSpec spec) =>
        ProgramPath.Find(spec.FileName, spec.Environment.GetValueOrDefault("PATH", ""), spec.WorkingDirectory);
}
