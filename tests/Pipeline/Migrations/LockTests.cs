using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Running;

namespace Pipeline.Migrations;

[TestClass]
public sealed class LockTests : MigratorTest
{
    [TestMethod]
    public async Task Of_eight_runners_at_once_one_migrates_and_seven_find_nothing_to_do()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V2__b.sql", "CREATE TABLE b (id int)");

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => UpAsync())));

        CollectionAssert.AreEqual(new[] { 0, 0, 0, 0, 0, 0, 0, 2 }, reports.Select(report => report.Steps.Count).Order().ToArray());
        Assert.HasCount(2, await Changelog);
    }

    [TestMethod]
    public async Task A_runner_that_waits_does_not_block_an_index_that_is_built_concurrently()
    {
        Given("V1__a.sql", "CREATE TABLE a AS SELECT 1 AS id")
            .With("V2__i.sql", "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY i ON a (id);");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => UpAsync())));

        Assert.HasCount(2, await Changelog);
    }

    [TestMethod]
    public async Task Waiting_ends_with_the_name_of_the_holder()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)");
        await using var holder = await Database.Source.OpenConnectionAsync(Cancel);
        await using var take = new Npgsql.NpgsqlCommand("SET application_name = 'the night job'; SELECT pg_advisory_lock(12345)", holder);
        await take.ExecuteNonQueryAsync(Cancel);

        var problem = await ProblemOfAsync(() =>
            Migrator(new MigratorOptions { LockTimeout = TimeSpan.FromMilliseconds(50) }).UpAsync(cancel: Cancel)
        );

        Assert.AreEqual(MigrationCodes.LockTimeout, problem.Code);
        StringAssert.Contains(problem.Message, "the night job");
        StringAssert.Contains(problem.Message, $"server process {holder.ProcessID}");
    }

    [TestMethod]
    public async Task Nothing_to_do_needs_no_lock()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)");
        await UpAsync();
        await using var holder = await Database.Source.OpenConnectionAsync(Cancel);
        await using var take = new Npgsql.NpgsqlCommand("SELECT pg_advisory_lock(12345)", holder);
        await take.ExecuteNonQueryAsync(Cancel);

        var report = await Migrator(new MigratorOptions { LockTimeout = TimeSpan.Zero }).UpAsync(cancel: Cancel);

        Assert.IsEmpty(report.Steps);
    }
}
