using Microsoft.VisualStudio.TestTools.UnitTesting;
using Migrations;
using Migrations.Files;
using Migrations.Running;
using Migrations.Sql;
using TestKit.Databases;

namespace Database;

[TestClass]
public sealed class FailureTests : DatabaseTest
{
    [TestMethod]
    [DynamicData(nameof(MigrationCases.Versions), typeof(MigrationCases))]
    public async Task A_failing_statement_leaves_a_row_that_says_so_and_no_harm(string service, string version)
    {
        var file = MigrationCases.File(service, version);
        var database = await AtAsync(service, MigrationCases.Before(service, version));
        var before = await CatalogueOf(database);
        using var broken = FolderCopy.Of(MigrationCases.FolderOf(service));
        broken.Replace(file, Broken(file));

        var failure = await Assert.ThrowsExactlyAsync<MigrationException>(() => new Migrator(database.Url, broken.Read()).UpAsync(Version(version), Cancel));

        Assert.AreEqual(MigrationCodes.StatementFailed, failure.Problems.Single().Code);
        var rows = await database.Source.ListAsync<bool>($"SELECT success FROM changelog WHERE version = '{version}'", Cancel);
        CollectionAssert.AreEqual(new[] { false }, rows.ToArray());
        if (!file.OutsideTransaction)
        {
            AssertSame(before, await CatalogueOf(database), $"After {version} failed");
        }

        await MigratorOf(database, service).UpAsync(Version(version), Cancel);
        AssertSame(await CatalogueOf(await AtAsync(service, Version(version))), await CatalogueOf(database), $"After {version} failed and ran again");
    }

    [TestMethod]
    [DynamicData(nameof(MigrationCases.Services), typeof(MigrationCases))]
    public async Task Of_eight_runners_at_once_one_migrates_and_seven_find_nothing_to_do(string service)
    {
        var database = await EmptyAsync();
        var folder = MigrationCases.FolderOf(service);

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => MigratorOf(database, service).UpAsync(cancel: Cancel))));

        CollectionAssert.AreEqual(
            new[] { 0, 0, 0, 0, 0, 0, 0, folder.Versioned.Count + folder.Repeatable.Count },
            reports.Select(report => report.Steps.Count).Order().ToArray());
        AssertSame(await CatalogueOf(await AtAsync(service, version: null)), await CatalogueOf(database), "After eight runners");
    }

    /// <summary>In a transaction it fails after its first statement; outside of one, after its last: the worst that a second try can meet.</summary>
    private static string Broken(MigrationFile file)
    {
        var first = SqlSplitter.Split(file.Text)[0];
        var end = file.OutsideTransaction ? file.Text.Length : first.Offset + first.Text.Length;
        return $"{file.Text[..end].TrimEnd().TrimEnd(';')};\nSELECT 1 / 0;\n{file.Text[end..].TrimStart(';')}";
    }
}
