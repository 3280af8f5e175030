using IntegrationSuite.Migrations;

namespace Pipeline.Migrations;

/// <summary>An index whose building failed, and that a later run takes for built.</summary>
[TestClass]
public sealed class InvalidIndexTests : MigratorTest
{
    private const string Build =
        "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY IF NOT EXISTS ix_c ON big (a, b);\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ux_b ON big (b);\n";

    [TestMethod]
    public async Task An_index_that_IF_NOT_EXISTS_keeps_though_it_is_invalid_is_an_error_by_name_in_each_run()
    {
        await FailedAsync();

        for (var run = 0; run < 2; run++)
        {
            var problem = await ProblemOfAsync(() => UpAsync());
            Assert.AreEqual((MigrationCodes.InvalidIndex, 3), (problem.Code, problem.Line));
            Assert.EndsWith("V3__ux.sql", problem.File);
            StringAssert.StartsWith(problem.Message, "The index ux_b is invalid: ");
        }
        Assert.AreEqual("0 3 V3__ux.sql f", (await Changelog)[^1]);
    }

    [TestMethod]
    public async Task Validate_names_it_too_and_is_content_once_it_is_built()
    {
        await FailedAsync();
        Assert.AreEqual(MigrationCodes.InvalidIndex, (await Migrator().ValidateAsync(Cancel)).Single().Code);

        await Database.ExecuteAsync("DROP INDEX ux_b; TRUNCATE big");
        await UpAsync();

        Assert.IsEmpty(await Migrator().ValidateAsync(Cancel));
    }

    [TestMethod]
    public async Task One_in_a_transaction_is_found_too()
    {
        await FailedAsync();
        Given("V3__ux.sql", "CREATE UNIQUE INDEX IF NOT EXISTS ux_b ON big (b);");

        Assert.AreEqual(MigrationCodes.InvalidIndex, (await ProblemOfAsync(() => UpAsync())).Code);
    }

    [TestMethod]
    public async Task One_of_another_file_hinders_no_file_that_does_not_name_it()
    {
        await FailedAsync();
        Given("V3__ux.sql", "CREATE INDEX ix_c2 ON big (a);");

        Assert.AreEqual("V3__ux.sql", (await UpAsync()).Steps.Single().File.Name);
        StringAssert.Contains((await Migrator().ValidateAsync(Cancel)).Single().Message, "ux_b");
    }

    [TestMethod]
    public async Task An_index_of_a_partitioned_table_may_be_invalid_until_its_parts_have_theirs()
    {
        Given(
            "V1__p.sql",
            "CREATE TABLE p (id int) PARTITION BY RANGE (id); CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (9); CREATE INDEX p_id ON ONLY p (id);"
        );

        await UpAsync();

        Assert.IsEmpty(await Migrator().ValidateAsync(Cancel));
    }

    /// <summary>The second index can't be unique, and stays behind.</summary>
    private async Task FailedAsync()
    {
        Given(
                "V1__t.sql",
                "CREATE TABLE big (id int, a text, b text); INSERT INTO big SELECT i, i::text, (i%10)::text FROM generate_series(1,2000) i;"
            )
            .With("V2__ix.sql", "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY ix_a ON big (a);\nCREATE INDEX CONCURRENTLY ix_b ON big (b);")
            .With("V3__ux.sql", Build);
        Assert.AreEqual(MigrationCodes.StatementFailed, (await ProblemOfAsync(() => UpAsync())).Code);
    }
}
