namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Where PostgreSQL's server programs may be installed.</summary>
internal static class PostgresFolders
{
    /// <summary>Where installers put servers, with the version in place of the star. Debian, Red Hat, Homebrew (ARM, Intel), Postgres.app, EDB for Windows.</summary>
    public static IReadOnlyList<string> Patterns { get; } =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "%ProgramFiles%/PostgreSQL/*/bin",
    ];

    /// <summary>Those on a search path.</summary>
    public static IEnumerable<string> OnPath(string? path) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Where(Path.IsPathRooted);

    /// <summary>Those that installers made.</summary>
    public static IEnumerable<string> Installed() => Patterns.SelectMany(Expand);

    private static IEnumerable<string> Expand(string pattern)
    {
        var path = Environment.ExpandEnvironmentVariables(pattern);
        var parts = path.Split('/');
        var star = Array.FindIndex(parts, part => part.Contains('*'));
        var root = string.Join('/', parts[..star]);
        return Directory.Exists(root)
            ? Directory.EnumerateDirectories(root, parts[star]).Select(folder => Path.Combine([folder, .. parts[(star + 1)..]]))
            : [];
    }
}
