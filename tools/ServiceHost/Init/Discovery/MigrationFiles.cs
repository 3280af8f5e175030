using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>Where a .NET project keeps the migrations of its database.</summary>
internal static partial class MigrationFiles
{
    /// <summary>The one folder of SQL migrations (<c>V1__name.sql</c>).</summary>
    /// <returns>Null when there is none, or several.</returns>
    public static string? SqlFolder(string folder) =>
        SourceTree.Find(folder, name => SqlPattern().IsMatch(name)).Select(file => Path.GetDirectoryName(file)).Distinct().ToList()
            is [var only]
            ? only
            : null;

    /// <summary>Whether Entity Framework has migrations there.</summary>
    public static bool HasEntityFramework(string folder) =>
        SourceTree.Find(folder, name => name.EndsWith("ModelSnapshot.cs", StringComparison.Ordinal)).Count > 0;

    [GeneratedRegex(@"^V[0-9][0-9._]*__.+\.sql\z", RegexOptions.CultureInvariant)]
    private static partial Regex SqlPattern();
}
