using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Postgres.Unix;

namespace IntegrationSuite.ServiceHost.Postgres.Binaries;

/// <summary>A server that is installed on this machine.</summary>
internal static partial class SystemBinaries
{
    /// <summary>Where installers put servers, with the version in place of the star. Debian, Red Hat, Homebrew (ARM, Intel), Postgres.app, EDB for Windows.</summary>
    private static readonly string[] s_patterns =
    [
        "/usr/lib/postgresql/*/bin",
        "/usr/pgsql-*/bin",
        "/opt/homebrew/opt/postgresql*/bin",
        "/usr/local/opt/postgresql*/bin",
        "/Applications/Postgres.app/Contents/Versions/*/bin",
        "%ProgramFiles%/PostgreSQL/*/bin",
    ];

    /// <summary>What was looked at, for the error.</summary>
    public static string Searched => "PATH, " + string.Join(", ", s_patterns);

    /// <summary>The first on the PATH, else the newest of those that installers made.</summary>
    public static PostgresBinaries? Find(IReadOnlyDictionary<string, string> environment, UnprivilegedUser? user) =>
        environment
            .GetValueOrDefault("PATH", "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Concat(s_patterns.SelectMany(Expand).OrderByDescending(VersionOf))
            .Where(folder => PostgresBinaries.Are(folder, user))
            .Select(folder => new PostgresBinaries(folder))
            .FirstOrDefault();

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

    private static int VersionOf(string folder) =>
        Number().Match(folder) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("[0-9]{1,4}")]
    private static partial Regex Number();
}
