using Migrations.History;

namespace Pipeline.Migrations;

/// <summary>A team that uses Evolve goes on with it on the same database, and back: same table, same rows, nothing pending.</summary>
[TestClass]
public sealed class EvolveTests : MigratorTest
{
    /// <summary>What Evolve leaves of <see cref="GivenFiles"/>: type, version, description without its time, name, checksum (from <c>md5sum</c>), success.</summary>
    private static readonly string[] s_rows =
    [
        "0|1|create notes|V1__create_notes.sql|50E29E3BFCBDCF0413F2D161D32D3068|t",
        "0|1.10|find notes|V1_10__find_notes.sql|9FBF8EE4DCF28CF03AA3B6A3B065471D|t",
        "0|02|describe notes  at last|V02__describe_notes__at_last.sql|D8D1CEACEC2C9237B6EA51F64DD5D6A3|t",
        "4|all notes|R__all_notes.sql|34813A68AA32B32320FF649510449FE4|t",
    ];

    /// <summary>Evolve's own statement for PostgreSQL.</summary>
    private const string EvolvesTable =
        """
        CREATE TABLE changelog
        (
            id SERIAL PRIMARY KEY NOT NULL,
            type SMALLINT,
            version VARCHAR(50),
            description VARCHAR(200) NOT NULL,
            name VARCHAR(300) NOT NULL,
            checksum VARCHAR(32),
            installed_by VARCHAR(100) NOT NULL,
            installed_on TIMESTAMP NOT NULL DEFAULT now(),
            success BOOLEAN NOT NULL
        );
        """;

    private const string TableSql =
        """
        SELECT concat_ws(' ', attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid))
        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE attrelid = 'changelog'::regclass AND attnum > 0
        UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'changelog'::regclass AND contype <> 'n'
        ORDER BY 1
        """;

    private const string RowsSql =
        "SELECT concat_ws('|', type, version, regexp_replace(description, ' \\(\\d+ ms\\)$', ''), name, checksum, success) FROM changelog ORDER BY id";

    [TestMethod]
    public async Task The_rows_are_those_that_Evolve_would_write()
    {
        GivenFiles();

        await UpAsync();

        CollectionAssert.AreEqual(s_rows, (await Database.ListAsync<string>(RowsSql)).ToArray());
        CollectionAssert.AreEqual(
            new[] { true },
            (await Database.ListAsync<bool>("SELECT DISTINCT installed_by = current_user AND installed_on <= now() AND description ~ ' \\(\\d+ ms\\)$' FROM changelog")).ToArray());
        CollectionAssert.AreEqual(new[] { 1, 2, 3, 4 }, (await Database.ListAsync<int>("SELECT id FROM changelog ORDER BY id")).ToArray());
    }

    [TestMethod]
    public async Task The_table_is_Evolves_column_by_column()
    {
        GivenFiles();
        await UpAsync();
        await using var evolves = await ScratchDatabase.CreateAsync();
        await evolves.ExecuteAsync(EvolvesTable);

        CollectionAssert.AreEqual((await evolves.ListAsync<string>(TableSql)).ToArray(), (await Database.ListAsync<string>(TableSql)).ToArray());
    }

    [TestMethod]
    public async Task What_Evolve_migrated_has_nothing_pending_and_nothing_wrong()
    {
        GivenFiles();
        await EvolveMigratedAsync();

        Assert.IsEmpty(await Migrator().ValidateAsync(Cancel));
        Assert.IsTrue((await Migrator().InfoAsync(Cancel)).All(info => info.State == MigrationState.Applied));
        Assert.IsEmpty((await UpAsync()).Steps);
        CollectionAssert.AreEqual(s_rows, (await Database.ListAsync<string>(RowsSql)).ToArray());
    }

    [TestMethod]
    public async Task After_a_failure_and_a_success_the_rows_are_Evolves_too()
    {
        Given("V1__create_notes.sql", "CREATE TABLE notes (id nothing)");
        await ProblemOfAsync(() => UpAsync());
        GivenFiles();

        await UpAsync();

        StringAssert.Matches((await Database.ListAsync<string>(RowsSql))[0], new(@"^0\|1\|create notes\|V1__create_notes\.sql\|[0-9A-F]{32}\|f$"));
        CollectionAssert.AreEqual(s_rows, (await Database.ListAsync<string>(RowsSql)).Skip(1).ToArray());
    }

    private async Task EvolveMigratedAsync()
    {
        await Database.ExecuteAsync(EvolvesTable);
        foreach (var words in s_rows.Select(row => row.Split('|')))
        {
            var version = words.Length == 6 ? $"'{words[1]}'" : "NULL";
            await Database.ExecuteAsync(
                $"INSERT INTO changelog (type, version, description, name, checksum, installed_by, success) VALUES ({words[0]}, {version}, '{words[^4]} (12 ms)', '{words[^3]}', '{words[^2]}', 'evolve', true)");
        }
    }

    /// <summary>A byte order mark and CRLF are not counted; <c>1.10</c> is after <c>1</c> and before <c>02</c>.</summary>
    private void GivenFiles() =>
        Given("V1__create_notes.sql", "\uFEFFCREATE TABLE notes (id int);\r\nINSERT INTO notes VALUES (1);\r\n")
            .With("V1_10__find_notes.sql", "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY notes_id ON notes (id);\n")
            .With("V02__describe_notes__at_last.sql", "COMMENT ON TABLE notes IS '${placeholder} – ä';\n")
            .With("R__all_notes.sql", "CREATE OR REPLACE VIEW all_notes AS SELECT id FROM notes;\n")
            .With("U1__create_notes.sql", "DROP TABLE notes CASCADE;\n");
}
