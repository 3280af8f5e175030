using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.Running;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Databases;
using IntegrationSuite.TestKit.Databases.Proofs;
using Pipeline.Migrations.Planted;
using Pipeline.Postgres;

namespace Pipeline.Migrations;

/// <summary>Files of teams that keep another tool.</summary>
[TestClass]
public sealed class FormatTests
{
    private const string Up3 = "3_find_by_title.up.sql";
    private const string Down2 = "2_say_when.down.sql";

    // As SoundFolder, without what golang-migrate does not have: repeatables, and a first line that ends the transaction.
    private static readonly Dictionary<string, string> s_golang = new()
    {
        ["1_create_notes.up.sql"] =
            "BEGIN;\nCREATE TABLE notes (id int PRIMARY KEY, title text NOT NULL CHECK (title <> ''), stars int NOT NULL DEFAULT 0 CHECK (stars >= 0));\nCOMMIT;\n",
        ["1_create_notes.down.sql"] = "-- data-loss: all notes.\nDROP TABLE notes;\n",
        ["2_say_when.up.sql"] = SoundFolder.AddSaidAt,
        [Down2] = SoundFolder.DropSaidAt,
        [Up3] = "DROP INDEX CONCURRENTLY IF EXISTS notes_title;\nCREATE INDEX CONCURRENTLY notes_title ON notes (title);\n",
        ["3_find_by_title.down.sql"] = SoundFolder.DropIndex,
        ["expect2.sql"] = "SELECT id FROM notes n WHERE to_jsonb(n) -> 'said_at' <> '\"2024-01-31\"';\n",
        ["queries.sql"] = "SELECT what FROM nowhere",
    };

    private readonly ScratchFolder _folder = new();

    public required TestContext TestContext { get; set; }

    [TestCleanup]
    public void RemoveFolder() => _folder.Dispose();

    [TestMethod]
    public void The_manifest_knows_the_formats_that_can_be_read() =>
        CollectionAssert.AreEqual(MigrationFormat.All.Select(format => format.Name).ToList(), ServiceEntry.Migrators.ToList());

    [TestMethod]
    public void Golang_migrates_files_are_known_by_its_names_and_others_are_passed_over()
    {
        Given("000001_create_a.up.sql", "SELECT 1");
        Given("000001_create_a.down.sql", "SELECT 1");
        Given("20240131_more_of_it.up.sql", "SELECT 1");
        Given("notes.sql", "SELECT 1");
        var folder = Read(MigrationFormat.GolangMigrate);
        CollectionAssert.AreEqual(
            new[] { "000001 create a", "20240131 more of it" },
            folder.Versioned.Select(file => $"{file.Version} {file.Description}").ToList()
        );
        Assert.AreEqual("000001_create_a.down.sql", folder.Undo.Single().Name);
    }

    [TestMethod]
    public void Flyways_files_are_known_by_its_names_and_its_callbacks_are_passed_over()
    {
        Given("V1.1__create_a.sql", "SELECT 1");
        Given("U1.1__create_a.sql", "SELECT 1");
        Given("R__view.sql", "SELECT 1");
        Given("beforeMigrate.sql", "SELECT 1");
        var folder = Read(MigrationFormat.Flyway);
        CollectionAssert.AreEqual(
            new[] { "V1.1__create_a.sql", "U1.1__create_a.sql", "R__view.sql" },
            folder.Versioned.Concat(folder.Undo).Concat(folder.Repeatable).Select(file => file.Name).ToList()
        );
    }

    [TestMethod]
    [DataRow("flyway", "V1__a.sql", "CREATE TABLE a (id int)", true)]
    [DataRow("flyway", "V1__a.sql", "-- an index\nCREATE UNIQUE INDEX CONCURRENTLY i ON a (id)", false)]
    [DataRow("flyway", "V1__a.sql", "VACUUM a", false)]
    [DataRow("flyway", "V1__a.sql", "CREATE INDEX concurrently_made ON a (id)", true)]
    [DataRow("golang-migrate", "1_a.up.sql", "REINDEX INDEX CONCURRENTLY i", false)]
    [DataRow("evolve", "V1__a.sql", "CREATE INDEX CONCURRENTLY i ON a (id)", true)]
    public void What_PostgreSQL_takes_in_no_transaction_runs_without_one_as_the_tool_would_run_it(
        string format,
        string name,
        string text,
        bool transaction
    )
    {
        Given(name, text);
        Assert.AreEqual(transaction, Read(MigrationFormat.Of(format)).Versioned.Single().IsTransactionEnabled);
    }

    [TestMethod]
    public async Task A_transaction_around_all_of_a_file_is_the_runners_and_an_error_in_it_is_at_its_line()
    {
        Given("1_a.up.sql", "BEGIN;\nCREATE TABLE a (id int);\nSELECT nothing;\nCOMMIT;\n");
        var problem = (await FailAsync()).Problems.Single();
        Assert.AreEqual((MigrationCodes.StatementFailed, 3, 8), (problem.Code, problem.Line, problem.Column));
    }

    [TestMethod]
    public async Task An_error_outside_of_a_transaction_is_at_its_line()
    {
        Given("1_a.up.sql", "CREATE TABLE a (id int);\nCREATE INDEX CONCURRENTLY i ON a (nothing);\n");
        Assert.AreEqual(2, (await FailAsync()).Problems.Single().Line);
    }

    [TestMethod]
    public async Task A_version_without_an_undo_is_named_as_its_tool_would_name_it()
    {
        Given("1_a.up.sql", "CREATE TABLE a (id int);");
        await using var server = await ServerAsync();
        var folder = Read(MigrationFormat.GolangMigrate);
        await using var database = await server.MigratedAsync(folder, version: null, TestContext.CancellationToken);
        var error = await Assert.ThrowsExactlyAsync<MigrationException>(() =>
            new Migrator(database.Url, folder).DownAsync(VersionLabel.TryParse("0")!, TestContext.CancellationToken)
        );
        StringAssert.Contains(error.Message, "Write 1_<words>.down.sql");
    }

    [TestMethod]
    public async Task In_a_sound_folder_of_golang_migrate_no_proof_finds_anything()
    {
        Assert.IsEmpty(await FoundAsync(MigrationFormat.GolangMigrate, s_golang));
    }

    [TestMethod]
    public async Task In_a_sound_folder_of_Flyway_no_proof_finds_anything()
    {
        SoundFolder.WriteTo(_folder);
        // Flyway finds out by itself what runs without a transaction.
        Given(SoundFolder.V3, SoundFolder.BuildIndex.Split('\n', 2)[1]);
        Assert.IsEmpty(await FoundAsync(MigrationFormat.Flyway, []));
    }

    [TestMethod]
    [DataRow(Down2, "SELECT 1;", Down2, "an undo takes back exactly its version")]
    [DataRow(Down2, "ALTER TABLE notes DROP COLUMN said_at;\nDELETE FROM notes WHERE stars > 1;", Down2, "rows survive an undo")]
    [DataRow(
        Up3,
        "CREATE UNIQUE INDEX notes_title ON notes (title, id);",
        Up3,
        "an index on a table of the version before is built concurrently"
    )]
    [DataRow(
        Up3,
        "CREATE INDEX CONCURRENTLY IF NOT EXISTS notes_title ON notes (title);",
        Up3,
        "an index whose building was cut short is built again"
    )]
    public async Task A_planted_fault_is_found_by_file_and_rule(string file, string text, string found, string rule)
    {
        var proof = MigrationProofs.All.Single(proof => proof.Rule == rule);
        CollectionAssert.Contains(
            (await FoundAsync(MigrationFormat.GolangMigrate, new(s_golang) { [file] = text }, proof)).ToList(),
            (found, rule)
        );
    }

    private static async Task<TestServer> ServerAsync() => new((await ScratchServer.Shared).Server.State.Url);

    private async Task<MigrationException> FailAsync()
    {
        await using var server = await ServerAsync();
        await using var database = await server.EmptyAsync(TestContext.CancellationToken);
        return await Assert.ThrowsExactlyAsync<MigrationException>(() =>
            new Migrator(database.Url, Read(MigrationFormat.GolangMigrate)).UpAsync(cancel: TestContext.CancellationToken)
        );
    }

    private async Task<IReadOnlyList<(string File, string Rule)>> FoundAsync(
        MigrationFormat format,
        Dictionary<string, string> files,
        params IReadOnlyList<MigrationProof> proofs
    )
    {
        foreach (var (name, text) in files)
        {
            Given(name, text);
        }

        await using var server = await ServerAsync();
        return await Inspection.OfFolderAsync(
            server,
            _folder.Path,
            proofs is [] ? MigrationProofs.All : proofs,
            TestContext.CancellationToken,
            format: format
        );
    }

    private void Given(string name, string text) => _folder.With(name, text);

    private MigrationFolder Read(MigrationFormat format) => MigrationFolder.Read(_folder.Path, format: format);
}
