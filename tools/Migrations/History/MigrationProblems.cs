using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;

namespace IntegrationSuite.Migrations.History;

/// <summary>The words of what can be wrong between a folder and a database.</summary>
internal static class MigrationProblems
{
    public static MigrationProblem Missing(MigrationFolder folder, ChangelogRow row) =>
        new(
            MigrationCodes.Missing,
            $"{row.Name} (version {row.Version}) was applied on {row.InstalledOn:yyyy-MM-dd HH:mm} by {row.InstalledBy}, and is gone from the folder. Put it back.",
            Path.Combine(folder.Path, row.Name)
        );

    public static MigrationProblem Changed(MigrationFile file, ChangelogRow row) =>
        new(
            MigrationCodes.Changed,
            $"{file.Name} was changed after it was applied on {row.InstalledOn:yyyy-MM-dd HH:mm} (checksum then {row.Checksum}, now {file.CalculateChecksum()}). Restore it and put the change into a new version; in a database of your own, undo it first.",
            file.Path
        );

    public static MigrationProblem OutOfOrder(MigrationFile file, MigrationVersion current) =>
        new(
            MigrationCodes.OutOfOrder,
            $"{file.Name} is not applied, but version {current} is. Give it a version above {current}, or undo down to before it first.",
            file.Path
        );

    public static MigrationProblem NoUndo(MigrationFolder folder, MigrationVersion version) =>
        new(
            MigrationCodes.NoUndo,
            $"Version {version} has no undo. Write U{version}__<words>.sql; nothing was undone.",
            folder.Versioned.FirstOrDefault(file => file.Version == version)?.Path ?? folder.Path
        );

    public static MigrationProblem UnknownVersion(MigrationFolder folder, MigrationVersion version) =>
        new(
            MigrationCodes.UnknownVersion,
            $"There is no version {version}. There are: {string.Join(", ", folder.Versioned.Select(file => file.Version).Prepend(MigrationVersion.MinVersion))}.",
            folder.Path
        );
}
