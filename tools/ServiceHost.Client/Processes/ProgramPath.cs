namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Finds a program as a shell would.</summary>
internal static class ProgramPath
{
    /// <summary>Its absolute path.</summary>
    /// <param name="name">Its name, or a path with a separator in it.</param>
    /// <param name="searchPath">The value of <c>PATH</c>.</param>
    /// <param name="folder">What relative paths begin at.</param>
    /// <returns>Null when there is none.</returns>
    public static string? Find(string name, string searchPath, string folder) =>
        Candidates(name, searchPath, folder).FirstOrDefault(IsExecutable);

    /// <summary>The absolute path of one on this process's own <c>PATH</c>.</summary>
    /// <returns>Null when there is none.</returns>
    public static string? Known(string name) => Find(name, Environment.GetEnvironmentVariable("PATH") ?? "", Environment.CurrentDirectory);

    private static IEnumerable<string> Candidates(string name, string searchPath, string folder) =>
        name.Contains(Path.DirectorySeparatorChar) || name.Contains('/')
            ? [Path.GetFullPath(name, folder)]
            : searchPath
                .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
                .SelectMany(place => Names(name).Select(file => Path.GetFullPath(Path.Combine(place, file), folder)));

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
