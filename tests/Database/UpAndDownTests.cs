using Microsoft.VisualStudio.TestTools.UnitTesting;
using Migrations.Files;
using TestKit.Databases;

namespace Database;

[TestClass]
public sealed class UpAndDownTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public async Task A_version_applied_from_nothing_makes_what_its_file_declares(string service, string version)
    {
        var database = await AtAsync(service, Version(version));

        var catalogue = await CatalogueOf(database);

        var declared = DeclaredObjects.Of(MigrationCases.File(service, version));
        foreach (var pattern in declared)
        {
            Assert.IsTrue(catalogue.Lines.Any(line => pattern.IsIn(line)), $"{pattern} is declared and not in the catalogue:{Environment.NewLine}{string.Join(Environment.NewLine, catalogue.Lines)}");
        }

        Assert.DoesNotContain(line => line.EndsWith(" INVALID", StringComparison.Ordinal), catalogue.Lines);
    }

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public async Task Undone_to_nothing_the_catalogue_is_as_it_was_object_for_object(string service)
    {
        var database = await EmptyAsync();
        var before = await CatalogueOf(database);

        await MigratorOf(database, service).UpAsync(cancel: Cancel);
        await MigratorOf(database, service).DownAsync(MigrationVersion.Zero, Cancel);

        AssertSame(before, await CatalogueOf(database), "After the undo of all versions");
        Assert.IsEmpty(await database.Source.ListAsync<string>("SELECT name FROM changelog", Cancel));
    }

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public async Task An_undo_takes_back_exactly_its_version(string service, string version)
    {
        var database = await AtAsync(service, MigrationCases.Before(service, version));
        var before = await CatalogueOf(database);

        await MigratorOf(database, service).UpAsync(Version(version), Cancel);
        await MigratorOf(database, service).DownAsync(MigrationCases.Before(service, version), Cancel);

        AssertSame(WithoutViews(before), WithoutViews(await CatalogueOf(database)), $"After the undo of {version}");
    }

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public async Task Up_down_and_up_again_is_the_same_as_up(string service, string version)
    {
        var database = await AtAsync(service, Version(version));
        var up = await CatalogueOf(database);

        await MigratorOf(database, service).DownAsync(MigrationCases.Before(service, version), Cancel);
        await MigratorOf(database, service).UpAsync(Version(version), Cancel);

        AssertSame(up, await CatalogueOf(database), $"After {version} up, down and up");
    }

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public async Task A_second_run_changes_nothing(string service)
    {
        var database = await SeededAsync(service, version: null);
        var catalogue = await CatalogueOf(database);
        var rows = await TestKit.Databases.Seeding.RowSnapshot.ReadAsync(database.Source, Cancel);
        var changelog = await database.Source.ListAsync<string>("SELECT c::text FROM changelog c ORDER BY id", Cancel);

        var second = await MigratorOf(database, service).UpAsync(cancel: Cancel);

        Assert.IsEmpty(second.Steps);
        AssertSame(catalogue, await CatalogueOf(database), "After a second run");
        Assert.IsEmpty(await rows.LostInAsync(database.Source, Cancel));
        CollectionAssert.AreEqual(changelog.ToArray(), (await database.Source.ListAsync<string>("SELECT c::text FROM changelog c ORDER BY id", Cancel)).ToArray());
    }

    /// <summary>Views come and go with the repeatables, which run with the newest version only.</summary>
    private static Catalogue WithoutViews(Catalogue catalogue)
    {
        var views = catalogue.Lines.Where(line => line.StartsWith("view ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToList();
        return new Catalogue([.. catalogue.Lines.Where(line => !views.Exists(view => line.Contains($" {view} ", StringComparison.Ordinal) || line.Contains($" {view}.", StringComparison.Ordinal)))]);
    }
}
