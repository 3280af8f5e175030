namespace IntegrationSuite.Migrations.History;

/// <summary>Where a migration stands.</summary>
public enum MigrationState
{
    /// <summary>Applied, and the file is as it was then.</summary>
    Applied,

    /// <summary>Runs next.</summary>
    Pending,

    /// <summary>Was tried and failed; runs next.</summary>
    Failed,

    /// <summary>Applied, but the file was changed since. A repeatable runs again; a versioned one is an error.</summary>
    Changed,

    /// <summary>Applied, but the file is gone.</summary>
    Missing,

    /// <summary>Not applied, though a newer one is.</summary>
    OutOfOrder,

    /// <summary>Before the start version of this database.</summary>
    BeforeStart,
}

/// <summary>A migration and where it stands.</summary>
/// <param name="Version">Its version; null for a repeatable.</param>
/// <param name="Name">Its file's name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="InstalledOn">When it was applied.</param>
/// <param name="InstalledBy">By whom.</param>
/// <param name="CanUndo">There is an undo file.</param>
public sealed record MigrationInfo(
    EvolveDb.Migration.MigrationVersion? Version,
    string Name,
    MigrationState State,
    DateTime? InstalledOn,
    string? InstalledBy,
    bool CanUndo
)
{
    /// <summary>It was applied, whatever became of its file since.</summary>
    public bool IsApplied => InstalledOn is not null;
}
