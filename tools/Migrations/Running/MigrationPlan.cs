using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.Migrations.Running;

/// <summary>What a run would do, in order.</summary>
/// <param name="Files">The files; none: nothing to do.</param>
public sealed record MigrationPlan(IReadOnlyList<MigrationFile> Files);

/// <summary>What a run did, in order.</summary>
/// <param name="Steps">The files and how long each took; none: there was nothing to do.</param>
public sealed record MigrationReport(IReadOnlyList<MigrationStep> Steps)
{
    /// <summary>There was nothing to do.</summary>
    public static MigrationReport NothingToDo { get; } = new([]);
}

/// <summary>A file that ran.</summary>
/// <param name="File">The file.</param>
/// <param name="Elapsed">How long its statements took; null where the changelog does not say.</param>
public sealed record MigrationStep(MigrationFile File, TimeSpan? Elapsed);
