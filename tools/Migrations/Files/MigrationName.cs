using EvolveDb.Migration;

namespace IntegrationSuite.Migrations.Files;

/// <summary>Evolve's grammar of file names: <c>V&lt;version&gt;__&lt;description&gt;.sql</c>, <c>R__&lt;description&gt;.sql</c>, and <c>U</c> like <c>V</c>.</summary>
/// <param name="Kind">What the file is for.</param>
/// <param name="Version">Its version, above zero; null for a repeatable.</param>
/// <param name="Description">Its words.</param>
internal sealed record MigrationName(MigrationKind Kind, MigrationVersion? Version, string Description)
{
    /// <summary>The longest name that <c>changelog.name</c> holds.</summary>
    private const int LongestName = 300;

    /// <summary>Reads a file's name.</summary>
    /// <returns>Null when it is not of the grammar.</returns>
    public static MigrationName? TryParse(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        var separator = stem.IndexOf("__", StringComparison.Ordinal);
        if (separator < 1 || separator + 2 == stem.Length || fileName.Length > LongestName)
        {
            return null;
        }

        var description = stem[(separator + 2)..].Replace('_', ' ');
        var version = VersionLabel.TryParse(stem[1..separator]);
        return (stem[0], stem[1..separator]) switch
        {
            ('R', "") => new(MigrationKind.Repeatable, null, description),
            ('V', _) when version > MigrationVersion.MinVersion => new(MigrationKind.Versioned, version, description),
            ('U', _) when version > MigrationVersion.MinVersion => new(MigrationKind.Undo, version, description),
            _ => null,
        };
    }
}
