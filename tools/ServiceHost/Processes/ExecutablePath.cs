namespace ServiceHost.Processes;

/// <summary>Finds a program as a shell would, but in the environment that the program will have.</summary>
internal static class ExecutablePath
{
    /// <summary>Its absolute path.</summary>
    /// <exception cref="LaunchException">There is none.</exception>
    public static string Find(ProcessSpec spec)
    {
        var path = Candidates(spec).FirstOrDefault(IsExecutable);
        return path ?? throw NotFound(spec.FileName);
    }

    /// <summary>What to say of a program that is not there.</summary>
    public static LaunchException NotFound(string name) =>
        new($"The command '{name}' was not found{(name.Contains('/') ? "" : " on the PATH")}, or is not executable.");

    /// <summary>Whether there is one of that name.</summary>
    public static bool IsOnPath(string name, IReadOnlyDictionary<string, string> environment) =>
        Candidates(new ProcessSpec(name, [], Environment.CurrentDirectory, environment, LogFile: "")).Any(IsExecutable);

    /// <summary>The absolute path of one on this process's own PATH.</summary>
    /// <returns>Null when there is none.</returns>
    public static string? Known(string name) =>
        Candidates(
                new ProcessSpec(
                    name,
                    [],
                    Environment.CurrentDirectory,
                    new Dictionary<string, string> { ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "" },
                    LogFile: ""
                )
            )
            .FirstOrDefault(IsExecutable);

    private static IEnumerable<string> Candidates(ProcessSpec spec) =>
        spec.FileName.Contains(Path.DirectorySeparatorChar) || spec.FileName.Contains('/')
            ? [Path.GetFullPath(spec.FileName, spec.WorkingDirectory)]
            : spec
                .Environment.GetValueOrDefault("PATH", "")
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(folder =>
                    Names(spec.FileName).Select(name => Path.GetFullPath(Path.Combine(folder, name), spec.WorkingDirectory))
                );

    private static string[] Names(string name) =>
        OperatingSystem.IsWindows() && !Path.HasExtension(name) ? [name + ".exe", name + ".cmd", name + ".bat"] : [name];

    private static bool IsExecutable(string path) =>
        File.Exists(path)
        && (
            OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute))
                != UnixFileMode.None
        );
}
