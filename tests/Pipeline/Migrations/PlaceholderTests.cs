using IntegrationSuite.Migrations;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.Migrations.History;
using IntegrationSuite.Migrations.Running;

namespace Pipeline.Migrations;

/// <summary>Evolve's placeholders: what stands for <c>${name}</c> in a file.</summary>
[TestClass]
public sealed class PlaceholderTests : MigratorTest
{
    private const string NotesSql = "SELECT concat_ws(' ', n::text, n.tableoid::regclass) FROM notes n ORDER BY 1";

    private const string ChecksumsSql = "SELECT concat_ws('|', type, version, name, checksum, success) FROM changelog ORDER BY id";

    [TestMethod]
    public async Task What_they_make_is_what_Evolve_makes_down_to_the_checksums()
    {
        GivenNotes();
        (string Name, string Value)[] values = [("table", "notes"), ("words", "${more}, '${table}'"), ("more", "'a', 'b'"), ("none", "")];
        await using var evolves = await ScratchDatabase.CreateAsync();

        await Filled(values).UpAsync(cancel: Cancel);
        await PlainEvolve.RunAsync(evolves, Folder.Path, evolve => evolve.Migrate(), log: null, values);

        foreach (var sql in new[] { NotesSql, ChecksumsSql })
        {
            CollectionAssert.AreEqual((await evolves.ListAsync<string>(sql)).ToArray(), (await Database.ListAsync<string>(sql)).ToArray());
        }
        CollectionAssert.Contains((await Database.ListAsync<string>(NotesSql)).ToArray(), "(a,b,${table},${unknown}) notes");
    }

    [TestMethod]
    public async Task Evolve_and_this_go_on_where_the_other_stopped_also_with_other_values()
    {
        GivenNotes();
        (string Name, string Value)[] first = [("table", "notes"), ("words", "1, 2, 3"), ("none", "")];
        await Filled(first).UpAsync(Version("1"), Cancel);

        await PlainEvolve.RunAsync(Database, Folder.Path, evolve => evolve.Migrate(), log: null, [.. first, ("more", "x")]);

        Assert.IsEmpty(await Filled([("table", "others")]).ValidateAsync(Cancel));
        Assert.IsTrue((await Filled([]).InfoAsync(Cancel)).All(info => info.State == MigrationState.Applied));
        await Filled(first).DownAsync(Version("0"), Cancel);
        Assert.IsEmpty(await Tables);
    }

    [TestMethod]
    public async Task A_value_may_hold_several_statements_also_outside_of_a_transaction()
    {
        Given("V1__a.sql", "-- evolve-tx-off\n${begin}DROP INDEX CONCURRENTLY IF EXISTS a_id; CREATE INDEX CONCURRENTLY a_id ON a (id);");
        await Filled([("begin", "CREATE TABLE a (id int); INSERT INTO a VALUES (1);")]).UpAsync(cancel: Cancel);
        Assert.AreEqual(1, (await Database.ListAsync<int>("SELECT id FROM a")).Single());
    }

    [TestMethod]
    [DataRow("SELECT '${long}';\nSELECT ${long} FROM ${nowhere}, nobody;", 2, 21)]
    [DataRow("SELECT 1; ${wrong}", 1, 11)]
    [DataRow("SELECT '${long}', '${long}', nothing;", 1, 30)]
    [DataRow("SELECT 1;\nSELECT '${long} ';'", 2, 19)]
    public async Task An_error_is_where_it_stands_in_the_file(string sql, int line, int column)
    {
        Given("V1__a.sql", sql);
        var problem = await ProblemOfAsync(() =>
            Filled([("long", "1234567890123456789012345678901234567890"), ("nowhere", "nowhere"), ("wrong", "SELECT\n wrong")])
                .UpAsync(cancel: Cancel)
        );
        Assert.AreEqual((line, column), (problem.Line, problem.Column), problem.Message);
    }

    [TestMethod]
    public void The_rows_to_start_from_have_them_too()
    {
        Given("V1__a.sql", "CREATE TABLE a (id int)").With("seed1.sql", "INSERT INTO ${table} VALUES (1)");
        var folder = MigrationFolder.Read(Folder.Path, new Dictionary<string, string> { ["table"] = "a" });
        Assert.AreEqual("INSERT INTO a VALUES (1)", folder.SeedOf(Version("1")));
    }

    private Migrator Filled((string Name, string Value)[] values) =>
        new(Database.Url, MigrationFolder.Read(Folder.Path, values.ToDictionary(pair => pair.Name, pair => pair.Value)));

    private void GivenNotes() =>
        Given("V1__create.sql", "CREATE TABLE ${table} (a text, b text, c text, d text DEFAULT '${unknown}');\n")
            .With("V2__fill.sql", "${none}INSERT INTO ${table} VALUES (${words});\n")
            .With("R__all.sql", "CREATE OR REPLACE VIEW all_notes AS SELECT * FROM ${table};\n")
            .With("U1__create.sql", "DROP TABLE ${table};\n")
            .With("U2__fill.sql", "DROP VIEW IF EXISTS all_notes; DELETE FROM ${table};\n");
}
