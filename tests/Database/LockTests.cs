using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases.Seeding;

namespace Database;

[TestClass]
public sealed class LockTests : DatabaseTest
{
    /// <summary>How many rows the tables hold that a migration speaks of.</summary>
    private const int Rows = 100_000;

    /// <summary>How long readers of such a table may have to wait.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(1);

    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public async Task No_migration_locks_out_the_readers_of_a_large_table_for_long(string service, string version)
    {
        var database = await SeededAsync(service, MigrationCases.Before(service, version));
        var tables = await Schema.ReadAsync(database.Source, Cancel);
        var text = MigrationCases.File(service, version).Text;
        await new BulkRows(database.Source).FillAsync(tables, tables.Where(table => text.Contains(table.Name.Split('.')[1].Trim('"'), StringComparison.Ordinal)), Rows, Cancel);

        await using var watch = await LockWatch.StartAsync(database.Source, tables.Select(table => table.Name), Cancel);
        await MigratorOf(database, service).UpAsync(Version(version), Cancel);

        foreach (var (table, held) in await watch.StopAsync())
        {
            Assert.IsLessThan(s_longest, held, $"{service} {version} locks {table} with {Rows} rows exclusively for {held.TotalSeconds:0.0} s. Split it: what takes long goes into a version of its own without the lock.");
        }
    }
}
