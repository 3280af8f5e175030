using IntegrationSuite.Migrations;

namespace Pipeline.Migrations;

[TestClass]
public sealed class DownTests : MigratorTest
{
    private void GivenThreeVersions() =>
        Given("V1__a.sql", "CREATE TABLE a (id int)")
            .With("U1__a.sql", "DROP TABLE a")
            .With("V2__b.sql", "CREATE TABLE b (id int)")
            .With("U2__b.sql", "DROP TABLE b")
            .With("V3__c.sql", "CREATE TABLE c (id int)")
            .With("U3__c.sql", "DROP TABLE c");

    [TestMethod]
    public async Task Versions_are_taken_back_newest_first_with_their_rows()
    {
        GivenThreeVersions();
        await UpAsync();

        var report = await DownAsync("1");

        CollectionAssert.AreEqual(new[] { "U3__c.sql", "U2__b.sql" }, report.Steps.Select(step => step.File.Name).ToArray());
        CollectionAssert.AreEqual(new[] { "0 1 V1__a.sql t" }, (await Changelog).ToArray());
        CollectionAssert.AreEqual(new[] { "a" }, (await Tables).ToArray());
    }

    [TestMethod]
    public async Task Down_to_zero_leaves_nothing_and_up_works_again()
    {
        GivenThreeVersions();
        await UpAsync();

        await DownAsync("0");
        Assert.IsEmpty(await Tables);
        await UpAsync();

        Assert.HasCount(3, await Tables);
    }

    [TestMethod]
    public async Task A_version_without_an_undo_is_an_error_before_anything_is_undone()
    {
        GivenThreeVersions();
        await UpAsync();
        Remove("U2__b.sql");

        var problem = await ProblemOfAsync(() => DownAsync("0"));

        Assert.AreEqual(MigrationCodes.NoUndo, problem.Code);
        StringAssert.Contains(problem.Message, "Version 2");
        Assert.HasCount(3, await Tables);
    }

    [TestMethod]
    public async Task An_undo_that_fails_leaves_its_version_applied()
    {
        GivenThreeVersions();
        await UpAsync();
        Given("U3__c.sql", "DROP TABLE c;\nDROP TABLE missing;");

        var problem = await ProblemOfAsync(() => DownAsync("2"));

        Assert.AreEqual((MigrationCodes.StatementFailed, 2), (problem.Code, problem.Line!.Value));
        Assert.HasCount(3, await Tables);
        Assert.HasCount(3, await Changelog);
    }

    [TestMethod]
    public async Task A_repeatable_runs_again_after_an_undo_took_its_ground_away()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)")
            .With("U1__a.sql", "DROP TABLE a CASCADE")
            .With("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a");
        await UpAsync();
        await DownAsync("0");

        await UpAsync();

        CollectionAssert.AreEqual(new[] { "a", "v" }, (await Tables).ToArray());
    }

    [TestMethod]
    public async Task An_unknown_version_is_named_with_those_that_there_are()
    {
        GivenThreeVersions();
        await UpAsync();

        var problem = await ProblemOfAsync(() => DownAsync("7"));

        Assert.AreEqual(MigrationCodes.UnknownVersion, problem.Code);
        StringAssert.Contains(problem.Message, "0, 1, 2, 3");
    }

    [TestMethod]
    public async Task Nothing_above_the_version_is_nothing_to_do()
    {
        GivenThreeVersions();
        await UpAsync("1");

        Assert.IsEmpty((await DownAsync("1")).Steps);
    }
}
