using Migrations.Files;

namespace Migrations.History;

/// <summary>What a row of <c>changelog</c> tells; the numbers are Evolve's.</summary>
public enum ChangelogType : short
{
    /// <summary>A <c>V</c> file.</summary>
    Migration = 0,

    /// <summary>Evolve made the schema.</summary>
    NewSchema = 1,

    /// <summary>Evolve found the schema empty.</summary>
    EmptySchema = 2,

    /// <summary>Files before this version are not for this database.</summary>
    StartVersion = 3,

    /// <summary>An <c>R</c> file.</summary>
    Repeatable = 4,
}

/// <summary>A row of <c>changelog</c>.</summary>
/// <param name="Id">In the order of their making.</param>
/// <param name="Type">What it tells.</param>
/// <param name="Version">The version; null for a repeatable.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Checksum">The file's checksum when it ran.</param>
/// <param name="InstalledBy">Who ran it.</param>
/// <param name="InstalledOn">When, by the server's clock and time zone.</param>
/// <param name="Success">False: it was tried and rolled back.</param>
public sealed record ChangelogRow(
    int Id,
    ChangelogType Type,
    MigrationVersion? Version,
    string Name,
    string Checksum,
    string InstalledBy,
    DateTime InstalledOn,
    bool Success);
