using Migrations.Files;
using Migrations.Sql;
using TestKit.Databases.Seeding;

namespace TestKit.Databases.Proofs;

/// <summary>No migration shuts readers out of a large table for long.</summary>
internal static class LockProof
{
    /// <summary>How long readers may have to wait.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    /// <summary>A tenth of the rows tells of most migrations that they are quick, in a tenth of the time. Ten times as many rows take 13 times as long to sort; and what compares each row with each needs seconds with the few already.</summary>
    private static bool IsQuick(IReadOnlyDictionary<string, TimeSpan> heldWithFewRows) => heldWithFewRows.Values.All(held => held <= s_longest / 40);

    /// <summary>By the wall clock first, which costs nothing. On a busy machine all takes longer, and no migration is to blame for that: who seems too slow is measured again by work done beside it.</summary>
    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file) =>
        !OnlyBuildsIndexes(file) && !IsQuick(await HeldAsync(trial, file, trial.LargeTable / 10, LockClock.Wall))
            && TooLong(await HeldAsync(trial, file, trial.LargeTable, LockClock.Wall)).Any()
            ? string.Join(Environment.NewLine, TooLong(await HeldAsync(trial, file, trial.LargeTable, LockClock.Work)).Select(held =>
                $"{held.Key} with {trial.LargeTable} rows is locked exclusively for {held.Value.TotalSeconds:0.0} s. Split the migration: what takes long goes into a version of its own without the lock."))
            : "";

    /// <summary>Concurrently; that never locks readers out of the table (PostgreSQL, "Building Indexes Concurrently").</summary>
    private static bool OnlyBuildsIndexes(MigrationFile file) =>
        SqlSplitter.Split(file.Text).All(statement => statement.Opening.Contains("INDEX CONCURRENTLY", StringComparison.Ordinal));

    private static IEnumerable<KeyValuePair<string, TimeSpan>> TooLong(IReadOnlyDictionary<string, TimeSpan> held) => held.Where(pair => pair.Value > s_longest);

    private static async Task<IReadOnlyDictionary<string, TimeSpan>> HeldAsync(MigrationTrial trial, MigrationFile file, int rows, LockClock clock)
    {
        var database = await trial.SeededAsync(trial.Before(file));
        var tables = await Schema.ReadAsync(database.Source, trial.Cancel);
        var named = tables.Where(table => file.Text.Contains(table.Name.Split('.')[1].Trim('"'), StringComparison.Ordinal));
        await new BulkRows(database.Source).FillAsync(tables, named, rows, trial.Cancel);

        await using var watch = await LockWatch.StartAsync(database.Source, tables.Select(table => table.Name), clock, trial.Cancel);
        await trial.UpAsync(database, file.Version);
        return await watch.StopAsync();
    }
}
