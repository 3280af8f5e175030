using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Unix;

namespace IntegrationSuite.ServiceHost.Postgres.Binaries;

/// <summary>A server that is installed on this machine.</summary>
internal static partial class SystemBinaries
{
    /// <summary>What was looked at, for the error.</summary>
    public static string Searched => "PATH, " + string.Join(", ", PostgresFolders.Patterns);

    /// <summary>The first on the PATH, else the newest of those that installers made.</summary>
    public static PostgresBinaries? Find(IReadOnlyDictionary<string, string> environment, UnprivilegedUser? user) =>
        PostgresFolders
            .OnPath(environment.GetValueOrDefault("PATH"))
            .Concat(PostgresFolders.Installed().OrderByDescending(VersionOf))
            .Where(folder => PostgresBinaries.Are(folder, user))
            .Select(folder => new PostgresBinaries(folder))
            .FirstOrDefault();

    private static int VersionOf(string folder) =>
        Number().Match(folder) is { Success: true } match ? int.Parse(match.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex("[0-9]{1,4}")]
    private static partial Regex Number();
}
