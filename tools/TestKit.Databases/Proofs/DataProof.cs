using IntegrationSuite.Migrations.Files;
using IntegrationSuite.TestKit.Databases.Seeding;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>No migration loses data unasked.</summary>
internal static class DataProof
{
    /// <summary>How a migration says that it drops data on purpose.</summary>
    private const string DataLoss = "-- data-loss:";

    public static async Task<string> UpKeepsAsync(MigrationTrial trial, MigrationFile file)
    {
        var (database, rows) = await MigratedAsync(trial, file);
        var lost = await rows.LostInAsync(database.Source, trial.Cancel);
        if (lost.Count == 0 || SaysSo(file))
        {
            return "";
        }

        // Data that only moved comes back when the migration is undone.
        await trial.DownAsync(database, trial.Before(file));
        var gone = await rows.LostInAsync(database.Source, trial.Cancel);
        return gone.Count == 0 || IsOfUndo(trial, file, lost, gone) ? "" : Fault(lost.Concat(gone).Distinct());
    }

    public static async Task<string> DownKeepsAsync(MigrationTrial trial, MigrationFile file)
    {
        var (database, rows) = await MigratedAsync(trial, file);
        var lostBefore = await rows.LostInAsync(database.Source, trial.Cancel);
        await trial.DownAsync(database, trial.Before(file));

        var lost = await rows.LostInAsync(database.Source, trial.Cancel);
        var isOthers = lostBefore.Count > 0 && (SaysSo(file) || !IsOfUndo(trial, file, lostBefore, lost));
        return lost.Count == 0 || isOthers || SaysSo(trial.UndoOf(file)!) ? "" : Fault(lost);
    }

    /// <summary>What the migration took away is there again, with other values, and the undo says itself which it is to bring back: it can, and does not.</summary>
    private static bool IsOfUndo(MigrationTrial trial, MigrationFile file, IReadOnlyList<string> lost, IReadOnlyList<string> gone) =>
        !gone.Intersect(lost).Any() && trial.Folder.ExpectationOf(trial.UndoOf(file)!) is not null;

    private static async Task<(TestDatabase Database, RowSnapshot RowsBefore)> MigratedAsync(MigrationTrial trial, MigrationFile file)
    {
        var database = await trial.SeededAsync(trial.Before(file));
        var rows = await RowSnapshot.ReadAsync(database.Source, trial.Cancel);
        await trial.UpAsync(database, file.Version);
        return (database, rows);
    }

    private static bool SaysSo(MigrationFile file) => file.Sql.Contains(DataLoss, StringComparison.Ordinal);

    private static string Fault(IEnumerable<string> lost) =>
        $"Data is lost, and no '{DataLoss}' comment says so:{Environment.NewLine}{string.Join(Environment.NewLine, lost)}";
}
