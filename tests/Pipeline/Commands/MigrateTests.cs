using System.Text.Json.Nodes;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Migrations;
using Pipeline.Systems;

namespace Pipeline.Commands;

/// <summary><c>servicehost migrate</c>, as a person uses it: on a database of his own, without the services.</summary>
[TestClass]
public sealed class MigrateTests : SystemTest
{
    private ScratchDatabase _database = null!;

    [TestInitialize]
    public async Task CreateAsync() => _database = await ScratchDatabase.CreateAsync();

    [TestCleanup]
    public async Task DropAsync() => await _database.DisposeAsync();

    [TestMethod]
    public async Task Up_names_each_file_that_ran_and_says_when_there_is_nothing_to_do()
    {
        var system = Notes();
        StringAssert.Matches(
            (await MigrateAsync(system, "up")).Output,
            new(@"^✓ V1__create\.sql \(\d+ ms\)\n✓ V2__stars\.sql \(\d+ ms\)\n✓ R__starred\.sql \(\d+ ms\)\n$")
        );
        Assert.AreEqual("There is nothing to do.\n", (await MigrateAsync(system, "up")).Output);
    }

    [TestMethod]
    public async Task Info_is_a_table_of_where_each_migration_stands()
    {
        var system = Notes();
        await MigrateAsync(system, "up", "--to", "1");
        var lines = (await MigrateAsync(system, "info")).Output.Split('\n');
        StringAssert.Matches(lines[0], new(@"^Version +File +State +Applied \(server's time\) +By +Undo$"));
        StringAssert.Matches(lines[1], new(@"^1 +V1__create\.sql +applied +\d{4}-\d\d-\d\d \d\d:\d\d:\d\d +\S+ +yes$"));
        StringAssert.Matches(lines[2], new(@"^2 +V2__stars\.sql +pending +- +- +yes$"));
        StringAssert.Matches(lines[3], new(@"^R +R__starred\.sql +pending +- +- +-$"));
    }

    [TestMethod]
    public async Task Down_takes_back_the_newest_version_or_all_above_the_one_that_stays()
    {
        var system = Notes();
        await MigrateAsync(system, "up");
        StringAssert.StartsWith((await MigrateAsync(system, "down")).Output, "✓ U2__stars.sql");
        StringAssert.StartsWith((await MigrateAsync(system, "down", "--to", "0")).Output, "✓ U1__create.sql");
        Assert.IsEmpty(await _database.ListAsync<string>("SELECT name FROM changelog WHERE type <> 2"));
    }

    [TestMethod]
    [DataRow(
        "up",
        "-- V1__create.sql (in one transaction)\nCREATE TABLE notes (id int);\n\n-- V2__stars.sql (in one transaction)\nALTER TABLE notes ADD COLUMN stars int;\n\n-- R__starred.sql (in one transaction)\nCREATE OR REPLACE VIEW starred AS SELECT id FROM notes WHERE stars > 0;\n\n-- Nothing was changed.\n"
    )]
    [DataRow("down", "-- There is nothing to do.\n")]
    public async Task A_dry_run_prints_the_SQL_and_runs_none(string action, string sql)
    {
        Assert.AreEqual(sql, (await MigrateAsync(Notes(), action, "--dry-run")).Output);
        Assert.IsEmpty(await _database.ListAsync<string>("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'"));
    }

    [TestMethod]
    public async Task What_a_dry_run_prints_another_tool_can_run()
    {
        await _database.ExecuteAsync((await MigrateAsync(Notes(), "up", "--dry-run")).Output);
        Assert.IsEmpty(await _database.ListAsync<int>("SELECT id FROM starred"));
    }

    [TestMethod]
    public async Task Validate_says_that_all_is_well_or_names_the_file()
    {
        var system = Notes();
        await MigrateAsync(system, "up");
        Assert.AreEqual("Files and database agree.\n", (await MigrateAsync(system, "validate")).Output);
        Write(system, "V1__create.sql", "CREATE TABLE notes (id bigint);");
        (await RunAsync(system, "validate"))
            .AssertExit(ExitCode.Failed)
            .AssertError(MigrationCodes.Changed, "V1__create.sql was changed after it was applied");
    }

    [TestMethod]
    public async Task Of_a_file_without_a_statement_that_is_said()
    {
        var system = Notes();
        Write(system, "V2__stars.sql", "-- Later.\r");
        Write(system, "R__starred.sql", "");
        StringAssert.Contains((await MigrateAsync(system, "up", "--dry-run")).Output, "-- V2__stars.sql (there is no statement in it)\n");
        StringAssert.Matches(
            (await MigrateAsync(system, "up")).Output,
            new(
                @"V1__create\.sql \(\d+ ms\)\n✓ V2__stars\.sql \(\d+ ms\): there is no statement in it\n✓ R__starred\.sql \(\d+ ms\): there is no statement in it\n$"
            )
        );
        Assert.AreEqual(
            "Files and database agree.\n– V2__stars.sql: there is no statement in it\n– R__starred.sql: there is no statement in it\n",
            (await MigrateAsync(system, "validate")).Output
        );
    }

    [TestMethod]
    public async Task A_statement_that_fails_is_told_with_service_file_and_line()
    {
        var system = Notes();
        Write(system, "V2__stars.sql", "-- Stars.\nALTER TABLE nowhere ADD COLUMN stars int;");
        var result = (await RunAsync(system, "up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(MigrationCodes.StatementFailed, "nowhere", "Nothing of the file was applied");
        StringAssert.Matches(result.Error, new(@"V2__stars\.sql\(2,\d+\): error "));
    }

    [TestMethod]
    public async Task Repair_names_each_file_whose_change_is_taken_for_applied()
    {
        var system = Notes();
        await MigrateAsync(system, "up");
        Write(system, "V2__stars.sql", "-- Stars, in other words.\nALTER TABLE notes ADD COLUMN stars int;");

        Assert.AreEqual("✓ V2__stars.sql counts as applied as it is now\n", (await MigrateAsync(system, "repair")).Output);
        Assert.AreEqual("There is nothing to repair.\n", (await MigrateAsync(system, "repair")).Output);
    }

    [TestMethod]
    public async Task Placeholders_have_the_manifests_values_unless_the_command_line_gives_others()
    {
        var system = Notes();
        Write(system, "V2__stars.sql", "ALTER TABLE notes ADD COLUMN stars int DEFAULT ${most}; COMMENT ON TABLE notes IS '${who}';");
        StringAssert.Contains((await MigrateAsync(system, "up", "--dry-run")).Output, "DEFAULT 5; COMMENT ON TABLE notes IS 'notes, a=b';");
        await MigrateAsync(system, "up", "--placeholder", "most=7", "--placeholder", "who=");
        Assert.AreEqual(
            "7",
            (
                await _database.ListAsync<string>("SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef WHERE adrelid = 'notes'::regclass")
            ).Single()
        );
        Assert.AreEqual("Files and database agree.\n", (await MigrateAsync(system, "validate")).Output);
    }

    [TestMethod]
    public async Task A_placeholder_that_refers_to_a_variable_that_is_not_set_is_an_error_unless_it_is_given()
    {
        var system = SystemOf(
            new TestService("notes")
            {
                Database = "notes",
                Migrations = ".",
                Keys = { ["placeholders"] = new JsonObject { ["owner"] = "${env:NO_SUCH_OWNER}" } },
            }
        );
        (await RunAsync(system, "info")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.VariableNotSet, "'NO_SUCH_OWNER'");
        await MigrateAsync(system, "info", "--placeholder", "owner=ann");
    }

    [TestMethod]
    [DataRow("notes sideways", ErrorCodes.BadOption, "sideways")]
    [DataRow("nobody up", ErrorCodes.UnknownService, "The manifest has no service 'nobody'. It has: notes, plain.")]
    [DataRow("plain up", ErrorCodes.BadOption, "'plain' has no migrations")]
    [DataRow("notes up --to three", ErrorCodes.BadOption, "'three' is no version")]
    [DataRow("notes info --to 1", ErrorCodes.BadOption, "'info' takes no --to")]
    [DataRow("notes validate --dry-run", ErrorCodes.BadOption, "'validate' takes no --dry-run")]
    [DataRow("notes up --placeholder most", ErrorCodes.BadOption, "'most' is none. Write name=value")]
    [DataRow("notes up --placeholder ${most}=1", ErrorCodes.BadOption, "a name has letters, digits")]
    [DataRow("notes", ErrorCodes.BadOption, "servicehost migrate --help")]
    [DataRow("notes up --database-url nonsense", MigrationCodes.BadAddress, "postgresql://user:password@host:port/database")]
    [DataRow("notes up --database-url postgresql://nobody:secret@127.0.0.1:1/none", MigrationCodes.Unreachable, "127.0.0.1:1/none")]
    public async Task Wrong_use_is_one_clear_error(string arguments, string code, string says)
    {
        var result = (await Notes().RunAsync(["migrate", .. arguments.Split(' ')])).AssertError(code, says);
        Assert.AreNotEqual(0, result.ExitCode);
        Assert.DoesNotContain("secret", result.Error);
    }

    [TestMethod]
    public async Task Where_nothing_runs_and_no_database_is_given_the_error_names_both_ways()
    {
        var system = Notes();
        (await system.RunAsync("migrate", "notes", "info"))
            .AssertExit(ExitCode.NotRunning)
            .AssertError(ErrorCodes.NotRunning, "--database-url", "servicehost up");
    }

    [TestMethod]
    public async Task An_unknown_version_is_named_with_those_that_there_are()
    {
        (await RunAsync(Notes(), "up", "--to", "7"))
            .AssertExit(ExitCode.Failed)
            .AssertError(MigrationCodes.UnknownVersion, "There is no version 7. There are: 0, 1, 2.");
    }

    private SmallSystem Notes()
    {
        var system = SystemOf(
            new TestService("notes")
            {
                Database = "notes",
                Migrations = "migrations",
                Keys =
                {
                    ["placeholders"] = new JsonObject { ["most"] = "5", ["who"] = "${name}, ${env:NO_SUCH_VARIABLE:-a=b}" },
                },
            },
            new TestService("plain")
        );
        Write(system, "V1__create.sql", "CREATE TABLE notes (id int);\n");
        Write(system, "U1__create.sql", "DROP VIEW IF EXISTS starred;\nDROP TABLE notes;\n");
        Write(system, "V2__stars.sql", "ALTER TABLE notes ADD COLUMN stars int;\n");
        Write(system, "U2__stars.sql", "DROP VIEW IF EXISTS starred;\nALTER TABLE notes DROP COLUMN stars;\n");
        Write(system, "R__starred.sql", "CREATE OR REPLACE VIEW starred AS SELECT id FROM notes WHERE stars > 0;\n");
        return system;
    }

    private static void Write(SmallSystem system, string name, string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(system.Folder, "migrations")).FullName, name), text);

    private async Task<CliResult> MigrateAsync(SmallSystem system, params string[] words) =>
        (await RunAsync(system, words)).AssertExit(ExitCode.Success);

    private Task<CliResult> RunAsync(SmallSystem system, params string[] words) =>
        system.RunAsync(["migrate", "notes", .. words, "--database-url", _database.Url]);
}
