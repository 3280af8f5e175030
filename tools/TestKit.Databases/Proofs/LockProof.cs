using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Sql;
using IntegrationSuite.TestKit.Databases.Seeding;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>No migration shuts readers out of a large table for long.</summary>
internal static class LockProof
{
    /// <summary>How long readers may have to wait.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    /// <summary>By the wall clock first, which costs nothing. On a busy machine all takes longer, and no migration is to blame for that: who seems too slow is measured again by work done beside it.</summary>
    public static async Task<string> FaultAsync(MigrationTrial trial, MigrationFile file) =>
        !OnlyBuildsIndexes(file)
        && !await IsQuickAsync(trial, file)
        && TooLong((await WatchAsync(trial, file, trial.LargeTable, LockClock.Wall)).Held).Any()
            ? string.Join(
                Environment.NewLine,
                TooLong((await WatchAsync(trial, file, trial.LargeTable, LockClock.Work)).Held)
                    .Select(held =>
                        $"{held.Key} with {trial.LargeTable} rows is locked exclusively for {held.Value.TotalSeconds:0.0} s. Split the migration: what takes long goes into a version of its own without the lock."
                    )
            )
            : "";

    /// <summary>Whether a tenth of the rows, which take a tenth of the time, tell already that it does not lock for long. Ten times as many take up to 13 times as long, when they are sorted; and to compare each row with each takes seconds with the few already.</summary>
    private static async Task<bool> IsQuickAsync(MigrationTrial trial, MigrationFile file)
    {
        var (held, blindest) = await WatchAsync(trial, file, trial.LargeTable / 10, LockClock.Wall);
        return held.Values.Append(TimeSpan.Zero).Max() + blindest <= s_longest / 13;
    }

    /// <summary>Concurrently; that never locks readers out of the table (PostgreSQL, "Building Indexes Concurrently").</summary>
    private static bool OnlyBuildsIndexes(MigrationFile file) =>
        SqlSplitter.Split(file.Sql).All(statement => statement.Opening.Contains("INDEX CONCURRENTLY", StringComparison.Ordinal));

    private static IEnumerable<KeyValuePair<string, TimeSpan>> TooLong(IReadOnlyDictionary<string, TimeSpan> held) =>
        held.Where(pair => pair.Value > s_longest);

    private static async Task<(IReadOnlyDictionary<string, TimeSpan> Held, TimeSpan Blindest)> WatchAsync(
        MigrationTrial trial,
        MigrationFile file,
        int rows,
        LockClock clock
    )
    {
        var database = await trial.SeededAsync(trial.Before(file));
        var tables = await Schema.ReadAsync(database.Source, trial.Cancel);
        var named = tables.Where(table => file.Sql.Contains(table.Name.Split('.')[1].Trim('"'), StringComparison.Ordinal));
        await new BulkRows(database.Source).FillAsync(tables, named, rows, trial.Cancel);

        await using var watch = await LockWatch.StartAsync(database.Source, tables.Select(table => table.Name), clock, trial.Cancel);
        await trial.UpAsync(database, file.Version);
        return (await watch.StopAsync(), watch.Blindest);
    }
}
