using EvolveDb.Migration;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;

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

    public static MigrationProblem InvalidIndex(MigrationFile file, string index) =>
        At(file, MigrationCodes.InvalidIndex, InvalidIndexText(index, file.Name), SqlPosition.OfName(file.Sql, index));

    /// <summary>One that no applied file names.</summary>
    public static MigrationProblem InvalidIndex(MigrationFolder folder, string index) =>
        new(MigrationCodes.InvalidIndex, InvalidIndexText(index, "its migration"), folder.Path);

    /// <summary>A problem at a place of what a file runs.</summary>
    public static MigrationProblem At(MigrationFile file, string code, string message, int? offset)
    {
        (int Line, int Column)? position = offset is { } known ? SqlPosition.LineOf(file.Text, file.OriginOf(known)) : null;
        return new MigrationProblem(code, message, file.Path, position?.Line, position?.Column);
    }

    private static string InvalidIndexText(string index, string file) =>
        $"The index {index} is invalid: its building failed or was cut short, PostgreSQL does not use it, and IF NOT EXISTS keeps it. DROP INDEX CONCURRENTLY {index}, and let {file} drop it (IF EXISTS) before it builds it.";

    public static MigrationProblem NoUndo(MigrationFolder folder, MigrationVersion version) =>
        new(
            MigrationCodes.NoUndo,
            $"Version {version} has no undo. Write {folder.Format.UndoNameOf(version)}; nothing was undone.",
            folder.Versioned.FirstOrDefault(file => file.Version == version)?.Path ?? folder.Path
        );

    public static MigrationProblem UnknownVersion(MigrationFolder folder, MigrationVersion version) =>
        new(
            MigrationCodes.UnknownVersion,
            $"There is no version {version}. There are: {string.Join(", ", folder.Versioned.Select(file => file.Version).Prepend(MigrationVersion.MinVersion))}.",
            folder.Path
        );
}
