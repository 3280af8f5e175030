using System.Globalization;
using EvolveDb.Migration;

namespace IntegrationSuite.Migrations.Files;

/// <summary>Versions as people write them. Compared by Evolve: part by part as numbers, so that <c>2</c> is before <c>10</c> and <c>1</c> equals <c>01</c>, but is before <c>1.0</c>.</summary>
public static class VersionLabel
{
    /// <summary>The longest that <c>changelog.version</c> holds.</summary>
    private const int LongestLabel = 50;

    /// <summary>Reads <c>1</c>, <c>1.2</c> or <c>1_2</c>. Evolve's own constructor also takes <c>1x2</c>, and throws.</summary>
    /// <returns>Null when it is no version.</returns>
    public static MigrationVersion? TryParse(string? text)
    {
        var parts = (text ?? "").Split('.', '_');
        var isVersion = parts.All(part => long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        return isVersion && text!.Length <= LongestLabel ? new MigrationVersion(text) : null;
    }
}
