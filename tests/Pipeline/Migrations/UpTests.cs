using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Running;
using Npgsql;

namespace Pipeline.Migrations;

[TestClass]
public sealed class UpTests : MigratorTest
{
    [TestMethod]
    public async Task Versions_run_in_the_order_of_their_numbers_and_repeatables_after_them()
    {
        Given("V10__c.sql", "ALTER TABLE a ADD COLUMN c int")
            .With("V2__b.sql", "ALTER TABLE a ADD COLUMN b int")
            .With("V1__a.sql", "CREATE TABLE a (id int)")
            .With("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT b, c FROM a");

        await UpAsync();

        CollectionAssert.AreEqual(
            new[] { "0 1 V1__a.sql t", "0 2 V2__b.sql t", "0 10 V10__c.sql t", "4 R__v.sql t" },
            (await Changelog).ToArray()
        );
        CollectionAssert.AreEqual(new[] { "a", "v" }, (await Tables).ToArray());
    }

    [TestMethod]
    public async Task A_row_of_the_changelog_is_as_Evolve_writes_it()
    {
        Given("V1_5__create_the_table.sql", "CREATE TABLE a (id int);\r\n");

        await UpAsync();

        var row = (
            await Database.ListAsync<string>(
                "SELECT concat_ws('|', type, version, description, name, checksum, installed_by = current_user, success) FROM changelog WHERE type = 0"
            )
        ).Single();
        Assert.MatchesRegex(
            @"^0\|1\.5\|create the table \(\d+ ms\)\|V1_5__create_the_table\.sql\|A040B67B9D35C661F5307C16B0FF432A\|t\|t$",
            row
        );
    }

    [TestMethod]
    public async Task A_second_run_does_nothing()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT id FROM a");
        await UpAsync();

        var second = await UpAsync();

        Assert.IsEmpty(second.Steps);
        Assert.HasCount(2, await Changelog);
    }

    [TestMethod]
    public async Task A_target_is_not_passed_and_leaves_the_repeatables_for_later()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)")
            .With("V2__b.sql", "CREATE TABLE b (id int)")
            .With("R__v.sql", "CREATE VIEW v AS SELECT id FROM b");

        await UpAsync("1");

        CollectionAssert.AreEqual(new[] { "a" }, (await Tables).ToArray());
    }

    [TestMethod]
    public async Task A_repeatable_runs_again_when_its_text_changes()
    {
        Given("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 1 AS n");
        await UpAsync();
        Given("R__v.sql", "CREATE OR REPLACE VIEW v AS SELECT 2 AS n");

        var second = await UpAsync();

        Assert.HasCount(1, second.Steps);
        Assert.AreEqual(2, (await Database.ListAsync<int>("SELECT n FROM v")).Single());
    }

    [TestMethod]
    public async Task A_repeatable_that_says_so_runs_each_time()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("R__v.sql", "-- evolve-repeat-always\nINSERT INTO a VALUES (1);");
        await UpAsync();

        var second = await UpAsync();

        Assert.AreEqual("R__v.sql", second.Steps.Single().File.Name);
        Assert.HasCount(2, await Database.ListAsync<int>("SELECT id FROM a"));
    }

    [TestMethod]
    public async Task A_run_that_is_called_off_leaves_no_trace_of_its_file()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V2__b.sql", "CREATE TABLE b (id int); SELECT pg_sleep(600)");
        using var off = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var run = Migrator().UpAsync(cancel: off.Token);
        await Systems.Until.TrueAsync(
            async () =>
                (
                    await Database.ListAsync<int>(
                        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
                    )
                ).Count > 0,
            () => "It never slept."
        );

        await off.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(() => run);
        CollectionAssert.AreEqual(new[] { "a" }, (await Tables).ToArray());
        CollectionAssert.AreEqual(new[] { "0 1 V1__a.sql t" }, (await Changelog).ToArray());
    }

    [TestMethod]
    public async Task A_failing_statement_takes_its_whole_file_back_and_is_named_with_its_line()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)")
            .With("V2__b.sql", "CREATE TABLE b (id int);\n\n-- 'a comment'\nALTER TABLE missing\n  ADD COLUMN c int;");

        var problem = await ProblemOfAsync(() => UpAsync());

        Assert.AreEqual(MigrationCodes.StatementFailed, problem.Code);
        Assert.EndsWith("V2__b.sql", problem.File);
        Assert.AreEqual(4, problem.Line);
        StringAssert.Contains(problem.Message, "relation \"missing\" does not exist (42P01)");
        CollectionAssert.AreEqual(new[] { "a" }, (await Tables).ToArray());
        CollectionAssert.AreEqual(new[] { "0 1 V1__a.sql t", "0 2 V2__b.sql f" }, (await Changelog).ToArray());
    }

    [TestMethod]
    public async Task PostgreSQLs_position_becomes_line_and_column_even_behind_characters_of_two_units()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int);\nSELECT '🦉🦉', nothing\nFROM a");

        var problem = await ProblemOfAsync(() => UpAsync());

        Assert.AreEqual((2, 16), (problem.Line!.Value, problem.Column!.Value));
    }

    [TestMethod]
    public async Task A_constraint_that_fails_at_the_commit_fails_its_file()
    {
        Given(
            "V1__a.sql",
            "CREATE TABLE a (id int PRIMARY KEY, up int REFERENCES a DEFERRABLE INITIALLY DEFERRED); INSERT INTO a VALUES (1, 2)"
        );

        var problem = await ProblemOfAsync(() => UpAsync());

        Assert.AreEqual(MigrationCodes.StatementFailed, problem.Code);
        CollectionAssert.AreEqual(new[] { "0 1 V1__a.sql f" }, (await Changelog).ToArray());
    }

    [TestMethod]
    public async Task A_file_that_failed_may_be_corrected_and_runs_again()
    {
        Given("V1__a.sql", "CREATE TABLE a (id nothing)");
        await ProblemOfAsync(() => UpAsync());
        Given("V1__a.sql", "CREATE TABLE a (id int)");

        await UpAsync();

        CollectionAssert.AreEqual(new[] { "0 1 V1__a.sql f", "0 1 V1__a.sql t" }, (await Changelog).ToArray());
    }

    [TestMethod]
    public async Task Outside_a_transaction_an_index_can_be_built_concurrently()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)")
            .With("V2__i.sql", "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY i ON a (id);\nCREATE INDEX CONCURRENTLY j ON a (id);");

        await UpAsync();

        Assert.HasCount(2, await Database.ListAsync<string>("SELECT indexname::text FROM pg_indexes WHERE tablename = 'a'"));
    }

    [TestMethod]
    public async Task A_statement_that_refuses_transactions_says_how_to_do_without_one()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V2__i.sql", "CREATE INDEX CONCURRENTLY i ON a (id)");

        var problem = await ProblemOfAsync(() => UpAsync());

        StringAssert.Contains(problem.Message, "-- evolve-tx-off");
    }

    [TestMethod]
    public async Task A_commit_within_a_file_is_refused_before_anything_runs()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V2__b.sql", "CREATE TABLE b (id int);\nCOMMIT;");

        var problem = await ProblemOfAsync(() => UpAsync());

        Assert.AreEqual((MigrationCodes.UnreadableSql, 2), (problem.Code, problem.Line!.Value));
        Assert.IsEmpty(await Tables);
    }

    [TestMethod]
    public async Task A_files_settings_do_not_reach_the_next_file()
    {
        Given("V1__a.sql", "CREATE SCHEMA other; SET search_path = other; CREATE TABLE a (id int)")
            .With("V2__b.sql", "CREATE TABLE b (id int)");

        await UpAsync();

        CollectionAssert.AreEqual(new[] { "b" }, (await Tables).ToArray());
        Assert.HasCount(2, await Changelog);
    }

    [TestMethod]
    public async Task Bodies_with_semicolons_run_whole()
    {
        Given(
            "V1__f.sql",
            """
            CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $body$ BEGIN RETURN 1; END $body$;
            CREATE FUNCTION g(n int) RETURNS int BEGIN ATOMIC SELECT CASE n WHEN 1 THEN 2 END; SELECT 3; END;
            DO $$ BEGIN CREATE TABLE a (id int); END $$;
            """
        );

        await UpAsync();

        Assert.AreEqual(4, (await Database.ListAsync<int>("SELECT f() + g(1)")).Single());
    }

    [TestMethod]
    public async Task A_database_that_Evolve_began_is_gone_on_with()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V2__b.sql", "CREATE TABLE b (id int)");
        await UpAsync("1");
        await Database.ExecuteAsync(
            "INSERT INTO changelog (type, version, description, name, checksum, installed_by, success) VALUES (2, '0', 'Empty schema found: public.', 'public', '', 'evolve', true)"
        );

        var report = await UpAsync();

        Assert.AreEqual("V2__b.sql", report.Steps.Single().File.Name);
    }

    [TestMethod]
    public async Task Files_before_Evolves_start_version_are_not_for_this_database()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V2__b.sql", "CREATE TABLE b (id int)");
        await UpAsync("1");
        await Database.ExecuteAsync(
            "DELETE FROM changelog; DROP TABLE a; INSERT INTO changelog (type, version, description, name, checksum, installed_by, success) VALUES (3, '2', 'Skip migration scripts until version 2 excluded.', 'start', '', 'evolve', true)"
        );

        await UpAsync();

        CollectionAssert.AreEqual(new[] { "b" }, (await Tables).ToArray());
    }

    [TestMethod]
    public async Task A_server_that_is_not_there_is_one_clear_error()
    {
        Given("V1__a.sql", "SELECT 1");
        var nowhere = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = 1,
            Username = "u",
            Password = "secret",
            Database = "d",
        };

        var problem = await ProblemOfAsync(() => new Migrator(nowhere.ConnectionString, Folder).UpAsync(cancel: Cancel));

        Assert.AreEqual(MigrationCodes.Unreachable, problem.Code);
        StringAssert.Contains(problem.Message, "127.0.0.1:1/d");
        Assert.DoesNotContain("secret", problem.Message);
    }
}
