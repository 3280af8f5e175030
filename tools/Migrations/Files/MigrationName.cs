namespace Migrations.Files;

/// <summary>Evolve's grammar of file names: <c>V&lt;version&gt;__&lt;description&gt;.sql</c>, <c>R__&lt;description&gt;.sql</c>, and <c>U</c> like <c>V</c>.</summary>
internal static class MigrationName
{
    /// <summary>The longest name that <c>changelog.name</c> holds.</summary>
    private const int LongestName = 300;

    /// <returns>Kind, version and description; null when the name is not of the grammar.</returns>
    public static (MigrationKind Kind, MigrationVersion? Version, string Description)? TryParse(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        var separator = stem.IndexOf("__", StringComparison.Ordinal);
        if (separator < 1 || separator + 2 == stem.Length || fileName.Length > LongestName)
        {
            return null;
        }

        var description = stem[(separator + 2)..].Replace('_', ' ');
        if (stem[..separator] == "R")
        {
            return (MigrationKind.Repeatable, null, description);
        }

        return stem[0] is 'V' or 'U' && MigrationVersion.TryParse(stem[1..separator], out var version)
            ? (stem[0] == 'V' ? MigrationKind.Versioned : MigrationKind.Undo, version, description)
            : null;
    }
}
