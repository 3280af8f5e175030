using EvolveDb.Metadata;
using EvolveDb.Migration;

namespace IntegrationSuite.Migrations.History;

/// <summary>A row of <c>changelog</c>.</summary>
/// <param name="Id">In the order of their making.</param>
/// <param name="Type">What it tells.</param>
/// <param name="Version">The version; null for a repeatable.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Checksum">The file's checksum when it ran.</param>
/// <param name="InstalledBy">Who ran it.</param>
/// <param name="InstalledOn">When, by the server's clock and time zone.</param>
/// <param name="Success">False: it was tried and rolled back.</param>
/// <param name="Elapsed">How long its statements took; null where the description does not say.</param>
internal sealed record ChangelogRow(
    int Id,
    MetadataType Type,
    MigrationVersion? Version,
    string Name,
    string Checksum,
    string InstalledBy,
    DateTime InstalledOn,
    bool Success,
    TimeSpan? Elapsed
);
