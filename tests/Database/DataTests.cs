using Microsoft.VisualStudio.TestTools.UnitTesting;
using TestKit.Databases.Seeding;

namespace Database;

[TestClass]
public sealed class DataTests : DatabaseTest
{
    /// <summary>How a migration says that it drops data on purpose.</summary>
    private const string DataLoss = "-- data-loss:";

    [TestMethod]
    [DynamicData(nameof(MigrationCases.LaterVersions), typeof(MigrationCases))]
    public async Task Rows_of_the_version_before_survive_a_migration(string service, string version)
    {
        var before = MigrationCases.Before(service, version);
        var database = await SeededAsync(service, before);
        var rows = await RowSnapshot.ReadAsync(database.Source, Cancel);

        await MigratorOf(database, service).UpAsync(Version(version), Cancel);

        var lost = await rows.LostInAsync(database.Source, Cancel);
        if (lost.Count > 0 && !MigrationCases.File(service, version).Text.Contains(DataLoss, StringComparison.Ordinal))
        {
            // Data that only moved comes back when the migration is undone.
            await MigratorOf(database, service).DownAsync(before, Cancel);
            var gone = await rows.LostInAsync(database.Source, Cancel);
            Assert.IsEmpty(gone, $"{service} {version} loses data and does not say so in a '{DataLoss}' comment:{Environment.NewLine}{string.Join(Environment.NewLine, lost.Concat(gone))}");
        }
    }
}
