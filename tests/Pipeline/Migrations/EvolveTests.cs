using EvolveDb.Migration;
using IntegrationSuite.Migrations.History;
using IntegrationSuite.Migrations.Running;
using Npgsql;

namespace Pipeline.Migrations;

/// <summary>A team that uses Evolve goes on with it on the same database, and back: same table, same rows, nothing pending.</summary>
[TestClass]
public sealed class EvolveTests : MigratorTest
{
    private const string TableSql = """
        SELECT concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid))
        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE attrelid = 'changelog'::regclass AND attnum > 0
        UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'changelog'::regclass AND contype <> 'n'
        ORDER BY 1
        """;

    private const string RowsSql =
        "SELECT concat_ws('|', id, type, version, regexp_replace(description, ' \\(\\d+ ms\\)$', ''), name, checksum, installed_by, success) FROM changelog ORDER BY id";

    /// <summary>Those that wait at <see cref="GateAsync"/>, in this database: other tests have theirs on the same server.</summary>
    private const string HeldUpSql = """
        FROM pg_locks WHERE locktype = 'advisory' AND objid = 77 AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    public static IEnumerable<string> Services =>
        Directory
            .EnumerateDirectories(Path.Combine(RepositoryFolder(), "services"), "migrations", SearchOption.AllDirectories)
            .Where(folder => !folder.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [TestMethod]
    public async Task Table_and_rows_are_those_that_Evolve_makes()
    {
        GivenFiles();
        await using var evolves = await ScratchDatabase.CreateAsync();

        await UpAsync();
        await PlainEvolve.RunAsync(evolves, Folder.Path, evolve => evolve.Migrate());

        CollectionAssert.AreEqual(
            (await evolves.ListAsync<string>(TableSql)).ToArray(),
            (await Database.ListAsync<string>(TableSql)).ToArray()
        );
        CollectionAssert.AreEqual(
            (await evolves.ListAsync<string>(RowsSql)).ToArray(),
            (await Database.ListAsync<string>(RowsSql)).ToArray()
        );
    }

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task What_was_migrated_here_Evolve_finds_valid_and_complete(string folder)
    {
        await new Migrator(Database.Url, global::IntegrationSuite.Migrations.Files.MigrationFolder.Read(folder)).UpAsync(cancel: Cancel);

        await PlainEvolve.RunAsync(
            Database,
            folder,
            evolve =>
            {
                evolve.Validate();
                evolve.Migrate();
                Assert.AreEqual(0, evolve.NbMigration);
            }
        );
    }

    [TestMethod]
    [DynamicData(nameof(Services))]
    public async Task What_Evolve_began_is_gone_on_with(string folder)
    {
        var files = global::IntegrationSuite.Migrations.Files.MigrationFolder.Read(folder);
        await PlainEvolve.RunAsync(
            Database,
            folder,
            evolve =>
            {
                evolve.TargetVersion = files.Versioned[0].Version!;
                evolve.Migrate();
            }
        );

        var report = await new Migrator(Database.Url, files).UpAsync(cancel: Cancel);

        CollectionAssert.IsSubsetOf(
            files.Versioned.Skip(1).Select(file => file.Name).ToArray(),
            report.Steps.Select(step => step.File.Name).ToArray()
        );
        Assert.IsTrue((await new Migrator(Database.Url, files).InfoAsync(Cancel)).All(info => info.State == MigrationState.Applied));
    }

    [TestMethod]
    public async Task After_a_failure_and_a_success_the_rows_are_Evolves_too()
    {
        await using var evolves = await ScratchDatabase.CreateAsync();
        Given("V1__create_notes.sql", "CREATE TABLE notes (id nothing)");
        await ProblemOfAsync(() => UpAsync());
        await Assert.ThrowsAsync<EvolveDb.EvolveException>(() => PlainEvolve.RunAsync(evolves, Folder.Path, evolve => evolve.Migrate()));
        GivenFiles();

        await UpAsync();
        await PlainEvolve.RunAsync(evolves, Folder.Path, evolve => evolve.Migrate());

        CollectionAssert.AreEqual(
            (await evolves.ListAsync<string>(RowsSql)).ToArray(),
            (await Database.ListAsync<string>(RowsSql)).ToArray()
        );
    }

    [TestMethod]
    public async Task While_Evolve_migrates_this_waits_and_finds_nothing_to_do()
    {
        Given("V1__a.sql", "SELECT pg_advisory_lock(77); CREATE TABLE a (id int)");
        await using var gate = await GateAsync();
        var evolve = PlainEvolve.RunAsync(Database, Folder.Path, each => each.Migrate());
        await HeldUpAsync();

        var here = UpAsync();
        Assert.AreEqual(
            global::IntegrationSuite.Migrations.MigrationCodes.LockTimeout,
            (await ProblemOfAsync(() => Migrator(new MigratorOptions { LockTimeout = TimeSpan.Zero }).UpAsync(cancel: Cancel))).Code
        );
        await gate.DisposeAsync();

        await evolve;
        Assert.IsEmpty((await here).Steps);
    }

    [TestMethod]
    public async Task While_this_migrates_Evolve_waits_and_finds_nothing_to_do()
    {
        Given("V1__a.sql", "SELECT pg_advisory_lock(77); CREATE TABLE a (id int)");
        await using var gate = await GateAsync();
        var here = UpAsync();
        await HeldUpAsync();

        var waits = new TaskCompletionSource();
        var evolve = PlainEvolve.RunAsync(
            Database,
            Folder.Path,
            each => each.Migrate(),
            said => (said.StartsWith("Cannot acquire", StringComparison.Ordinal) ? waits : null)?.TrySetResult()
        );
        await waits.Task.WaitAsync(Systems.Until.Patience, Cancel);
        await gate.DisposeAsync();

        Assert.HasCount(1, (await here).Steps);
        await evolve;
        CollectionAssert.AreEqual(new[] { "0 1 V1__a.sql t" }, (await Changelog).ToArray());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Where_one_was_killed_in_the_middle_the_other_goes_on(bool evolveIsKilled)
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("V2__b.sql", "CREATE TABLE b (id int); SELECT pg_advisory_lock(77)");
        await using (await GateAsync())
        {
            var killed = evolveIsKilled ? PlainEvolve.RunAsync(Database, Folder.Path, each => each.Migrate()) : UpAsync();
            await HeldUpAsync();
            await Database.ListAsync<bool>($"SELECT pg_terminate_backend(pid) {HeldUpSql}");
            await Assert.ThrowsAsync<Exception>(() => killed);
        }

        await (evolveIsKilled ? UpAsync() : PlainEvolve.RunAsync(Database, Folder.Path, each => each.Migrate()));

        CollectionAssert.AreEqual(new[] { "a", "b" }, (await Tables).ToArray());
        CollectionAssert.AreEqual(new[] { "0 1 V1__a.sql t", "0 2 V2__b.sql t" }, (await Changelog).ToArray());
    }

    /// <summary>Holds up whoever asks for lock 77, until it is disposed.</summary>
    private async Task<NpgsqlConnection> GateAsync()
    {
        var connection = await Database.Source.OpenConnectionAsync(Cancel);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(77)", connection);
        await take.ExecuteNonQueryAsync(Cancel);
        return connection;
    }

    private Task HeldUpAsync() =>
        Systems.Until.TrueAsync(
            async () => (await Database.ListAsync<int>($"SELECT pid {HeldUpSql}")).Count > 0,
            () => "Nobody is held up."
        );

    private static string RepositoryFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(path, "../../../.."));

    /// <summary>A byte order mark and CRLF are not counted; <c>1.10</c> is after <c>1</c> and before <c>02</c>.</summary>
    private void GivenFiles() =>
        Given("V1__create_notes.sql", "\uFEFFCREATE TABLE notes (id int);\r\nINSERT INTO notes VALUES (1);\r\n")
            .With("V1_10__find_notes.sql", "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY notes_id ON notes (id);\nSELECT 1;\n")
            .With("V02__describe_notes__at_last.sql", "COMMENT ON TABLE notes IS '${placeholder} – ä';\n")
            .With("R__all_notes.sql", "CREATE OR REPLACE VIEW all_notes AS SELECT id FROM notes;\n")
            .With("U1__create_notes.sql", "DROP TABLE notes CASCADE;\n");
}
