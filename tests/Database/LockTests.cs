using System.Diagnostics;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Npgsql;
using TestKit.Databases;
using TestKit.Databases.Seeding;

namespace Database;

[TestClass]
public sealed class LockTests : DatabaseTest
{
    /// <summary>How many rows the tables hold that a migration speaks of.</summary>
    private const int Rows = 100_000;

    /// <summary>How long readers of such a table may have to wait.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    /// <summary>What the measure of <see cref="PaceAsync"/> takes on an idle machine of this decade.</summary>
    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(150);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public async Task No_migration_locks_out_the_readers_of_a_large_table_for_long(string service, string version)
    {
        var database = await SeededAsync(service, MigrationCases.Before(service, version));
        var tables = await Schema.ReadAsync(database.Source, Cancel);
        var text = MigrationCases.File(service, version).Text;
        await new BulkRows(database.Source).FillAsync(tables, tables.Where(table => text.Contains(table.Name.Split('.')[1].Trim('"'), StringComparison.Ordinal)), Rows, Cancel);

        var pace = await PaceAsync(database.Source);
        await using var watch = await LockWatch.StartAsync(database.Source, tables.Select(table => table.Name), Cancel);
        await MigratorOf(database, service).UpAsync(Version(version), Cancel);

        var longest = s_longest * Math.Max(1, Math.Max(pace, await PaceAsync(database.Source)));
        foreach (var (table, held) in await watch.StopAsync())
        {
            Assert.IsLessThan(longest, held, $"{service} {version} locks {table} with {Rows} rows exclusively for {held.TotalSeconds:0.0} s (this machine may take {longest.TotalSeconds:0.0} s now). Split it: what takes long goes into a version of its own without the lock.");
        }
    }

    /// <summary>How many times slower the server is now than an idle one: on a busy machine all takes longer, and no migration is to blame for that.</summary>
    private async Task<double> PaceAsync(NpgsqlDataSource database)
    {
        var clock = Stopwatch.StartNew();
        await database.ExecuteAsync("SELECT sum(n) FROM generate_series(1, 1000000) n", Cancel);
        return clock.Elapsed / s_idle;
    }
}
