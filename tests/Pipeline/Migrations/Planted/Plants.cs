using IntegrationSuite.Migrations;
using IntegrationSuite.TestKit.Databases.Proofs;
using static Pipeline.Migrations.Planted.SoundFolder;

namespace Pipeline.Migrations.Planted;

/// <summary>Bad migrations, each with what must be said of it.</summary>
internal static class Plants
{
    /// <summary>Found when the folder is read.</summary>
    public static IReadOnlyList<Plant> InNames { get; } =
    [
        new("a name outside the grammar", ("V4_more.sql", MigrationCodes.UnreadableName)) { Files = { ["V4_more.sql"] = "SELECT 1" } },
        new("two files of one version", (V2, MigrationCodes.Duplicate)) { Files = { ["V02__again.sql"] = "SELECT 1" } },
        new("two repeatables of one name", (R, MigrationCodes.Duplicate)) { Files = { ["views/" + R] = "SELECT 1" } },
        new("an undo of nothing", ("U9__nothing.sql", MigrationCodes.UndoWithoutMigration))
        {
            Files = { ["U9__nothing.sql"] = "SELECT 1" },
        },
        new("a text that is not UTF-8", (V2, MigrationCodes.FolderUnreadable)) { Bytes = [0x53, 0xC4, 0x20] },
        new("an expectation of no file", ("expect4.sql", MigrationCodes.UnreadableName)) { Files = { ["expect4.sql"] = "SELECT 1" } },
        new("a gap in the numbers", ("V5__more.sql", MigrationProofs.NoGap.Rule))
        {
            Files = { ["V5__more.sql"] = "SELECT 1", ["U5__more.sql"] = "SELECT 1" },
        },
    ];

    /// <summary>Found when the folder is held against a database.</summary>
    public static IReadOnlyList<Plant> InApplied { get; } =
    [
        new("an applied file that was changed", (V2, MigrationCodes.Changed))
        {
            AfterApplied = true,
            Files = { [V2] = AddSaidAt + "SELECT 1;" },
        },
        new("an applied file that is gone", (V3, MigrationCodes.Missing)) { AfterApplied = true, Files = { [V3] = null, [U3] = null } },
        new("a file that comes late", ("V2_5__late.sql", MigrationCodes.OutOfOrder))
        {
            AfterApplied = true,
            Files = { ["V2_5__late.sql"] = "SELECT 1" },
        },
    ];

    /// <summary>Found when it runs.</summary>
    public static IReadOnlyList<Plant> InStatements { get; } =
    [
        new("a statement that PostgreSQL can't read", (V2, MigrationCodes.StatementFailed))
        {
            Files = { [V2] = "ALTER TABEL notes ADD COLUMN said_at date" },
        },
        new("a file that breaks half-way", (V2, MigrationCodes.StatementFailed))
        {
            Files = { [V2] = AddSaidAt + "UPDATE nowhere SET said_at = NULL;" },
        },
        new("a concurrent index inside a transaction", (V3, MigrationCodes.StatementFailed))
        {
            Files = { [V3] = "CREATE INDEX CONCURRENTLY notes_title ON notes (title);" },
        },
        new("a transaction of its own", (V2, MigrationCodes.UnreadableSql)) { Files = { [V2] = "BEGIN;\n" + AddSaidAt + "COMMIT;" } },
        new("a string that is not closed", (V2, MigrationCodes.UnreadableSql)) { Files = { [V2] = "UPDATE notes SET title = 'it''s;" } },
        new("a view of what is not there", (R, MigrationCodes.StatementFailed))
        {
            Files = { [R] = "CREATE OR REPLACE VIEW starred AS SELECT moons FROM notes" },
        },
        new("what only an empty table takes", (V2, MigrationCodes.StatementFailed))
        {
            Files = { [V2] = "ALTER TABLE notes ADD COLUMN said_at date NOT NULL" },
        },
    ];

    /// <summary>Found when it is undone.</summary>
    public static IReadOnlyList<Plant> InUndo { get; } =
    [
        new("no undo", (V2, MigrationCodes.NoUndo)) { Files = { [U2] = null } },
        new("an undo that fails", (U2, MigrationCodes.StatementFailed)) { Files = { [U2] = "ALTER TABLE notes DROP COLUMN said_on" } },
        new(
            "an undo that forgets an index",
            (U2, MigrationProofs.UndoIsExact.Rule),
            (V2, MigrationProofs.RoundTrip.Rule),
            (V2, MigrationProofs.PlainIndexes.Rule)
        )
        {
            Files =
            {
                [V2] = AddSaidAt + "CREATE INDEX IF NOT EXISTS notes_stars ON notes (stars, id); CREATE INDEX ON notes (stars);",
                [U2] = DropSaidAt + "DROP INDEX notes_stars;",
            },
        },
        new("an undo that forgets a trigger's function", (U2, MigrationProofs.UndoIsExact.Rule), (V2, MigrationProofs.UndoToNothing.Rule))
        {
            Files =
            {
                [V2] =
                    AddSaidAt
                    + "CREATE OR REPLACE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$; CREATE TRIGGER noted BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION noted();",
                [U2] = DropSaidAt + "DROP TRIGGER noted ON notes;",
            },
        },
        new("an undo that forgets a sequence", (U2, MigrationProofs.UndoIsExact.Rule), (V2, MigrationProofs.UndoToNothing.Rule))
        {
            Files = { [V2] = AddSaidAt + "CREATE SEQUENCE IF NOT EXISTS numbers;" },
        },
        new("an undo that forgets a privilege", (U2, MigrationProofs.UndoIsExact.Rule))
        {
            Files = { [V2] = AddSaidAt + "GRANT SELECT ON notes TO PUBLIC;" },
        },
        new("an undo that forgets a default", (U2, MigrationProofs.UndoIsExact.Rule))
        {
            Files = { [V2] = AddSaidAt + "ALTER TABLE notes ALTER COLUMN stars SET DEFAULT 1;" },
        },
        new("an undo that takes a constraint with it", (U2, MigrationProofs.UndoIsExact.Rule), (V2, MigrationProofs.RoundTrip.Rule))
        {
            Files = { [U2] = DropSaidAt + "ALTER TABLE notes DROP CONSTRAINT notes_stars_check;" },
        },
        new("an undo that loses rows", (U2, MigrationProofs.DataKeptByUndo.Rule), (U2, MigrationProofs.ExpectedOfUndo.Rule))
        {
            Files = { [U2] = DropSaidAt + "DELETE FROM notes WHERE stars > 1;" },
        },
    ];

    /// <summary>Found when there are rows.</summary>
    public static IReadOnlyList<Plant> InRows { get; } =
    [
        new(
            "a lost column",
            (V2, MigrationProofs.DataKept.Rule),
            (V2, MigrationProofs.VersionBefore.Rule),
            (U2, MigrationProofs.ExpectedOfUndo.Rule)
        )
        {
            Files =
            {
                [V2] = "ALTER TABLE notes DROP COLUMN stars CASCADE;",
                [U2] = "ALTER TABLE notes ADD COLUMN stars int NOT NULL DEFAULT 0 CHECK (stars >= 0);",
                [R] = "CREATE OR REPLACE VIEW starred AS SELECT id, title FROM notes;",
            },
        },
        new("lost rows", (V2, MigrationProofs.DataKept.Rule), (V2, MigrationProofs.Expected.Rule))
        {
            Files = { [V2] = AddSaidAt + "DELETE FROM notes WHERE stars > 1;" },
        },
        new("a new column that the version before does not fill", (V2, MigrationProofs.VersionBefore.Rule))
        {
            Files = { [V2] = AddSaidAt + "ALTER TABLE notes ALTER COLUMN said_at SET NOT NULL;" },
        },
        new("a renamed column", (V2, MigrationProofs.VersionBefore.Rule))
        {
            Files =
            {
                [V2] = "ALTER TABLE notes RENAME COLUMN stars TO moons;",
                [U2] = "ALTER TABLE notes RENAME COLUMN moons TO stars;",
                [R] = "CREATE OR REPLACE VIEW starred AS SELECT id, title FROM notes;",
            },
        },
        new("another type", (V2, MigrationProofs.VersionBefore.Rule))
        {
            Files =
            {
                [V2] = "ALTER TABLE notes ALTER COLUMN id TYPE bigint;",
                [U2] = "DROP VIEW IF EXISTS starred;\nALTER TABLE notes ALTER COLUMN id TYPE int;",
            },
        },
        new("a foreign key that the first version leaves out", (V1, MigrationCodes.StatementFailed))
        {
            Files =
            {
                [V1] =
                    "CREATE TABLE notes (id int PRIMARY KEY, title text NOT NULL, stars int NOT NULL DEFAULT 0);\nCREATE TABLE days (id uuid PRIMARY KEY);\nCREATE TABLE hours (day_id uuid PRIMARY KEY);\n",
                [U1] = "-- data-loss: all notes.\nDROP VIEW IF EXISTS starred;\nDROP TABLE hours, days, notes;\n",
                [V2] = AddSaidAt + "ALTER TABLE hours ADD FOREIGN KEY (day_id) REFERENCES days;\n",
                [U2] = DropSaidAt + "ALTER TABLE hours DROP CONSTRAINT hours_day_id_fkey;\n",
            },
        },
        new("an index that shuts writers out", (V3, MigrationProofs.PlainIndexes.Rule))
        {
            Files = { [V3] = "CREATE UNIQUE INDEX notes_title ON notes (title, id);\n" },
        },
        new("a lock held too long", (V2, MigrationProofs.Locks.Rule))
        {
            Files =
            {
                [V2] =
                    "ALTER TABLE notes ADD COLUMN said_at date;\nUPDATE notes SET said_at = (SELECT date '2024-01-31' + (sum(n) * 0)::int FROM generate_series(1, 1000) n WHERE n > notes.stars);\n",
            },
        },
    ];

    /// <summary>Found when rows have other values than they should, or nobody says which they should have.</summary>
    public static IReadOnlyList<Plant> InValues { get; } =
    [
        new("a forgotten back-fill", (V2, MigrationProofs.Expected.Rule))
        {
            Files = { [V2] = "ALTER TABLE notes ADD COLUMN said_at date;" },
        },
        new("a back-fill of some rows", (V2, MigrationProofs.Expected.Rule))
        {
            Files = { [V2] = AddSaidAt.Replace("said_at IS NULL", "stars > 1", StringComparison.Ordinal) },
        },
        new("a back-fill with another value", (V2, MigrationProofs.Expected.Rule))
        {
            Files = { [V2] = AddSaidAt.Replace("2024-01-31", "2024-01-13", StringComparison.Ordinal) },
        },
        new("a back-fill that nothing is expected of", (V2, MigrationProofs.Expected.Rule)) { Files = { [Expect2] = null } },
        new("an expectation that does not miss the back-fill", (V2, MigrationProofs.Expected.Rule))
        {
            Files = { [Expect2] = "SELECT id FROM notes WHERE said_at <> '2024-01-31'" },
        },
        new("an expectation that can't be asked", (V2, MigrationProofs.Expected.Rule))
        {
            Files = { [Expect2] = "SELECT moons FROM notes" },
        },
        new("an expectation without a query", (V2, MigrationProofs.Expected.Rule)) { Files = { [Expect2] = "-- later" } },
        new("an undo that changes rows, and nothing is expected of it", (U2, MigrationProofs.ExpectedOfUndo.Rule))
        {
            Files = { [U2] = "UPDATE notes SET stars = stars;\n" + DropSaidAt },
        },
        new("an undo that does not do what is expected of it", (U2, MigrationProofs.ExpectedOfUndo.Rule))
        {
            Files = { ["expect2.undo.sql"] = "SELECT id FROM notes WHERE title NOT LIKE '% of %'" },
        },
    ];

    /// <summary>Found when a run is cut short or repeated.</summary>
    public static IReadOnlyList<Plant> InRepetition { get; } =
    [
        new("a concurrent index that can't be built again", (V3, MigrationCodes.StatementFailed))
        {
            Files = { [V3] = "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY notes_title ON notes (title);\n" },
        },
        new("a concurrent index that is kept though it is invalid", (V3, MigrationProofs.IndexCutShort.Rule))
        {
            Files = { [V3] = "-- evolve-tx-off\nCREATE INDEX CONCURRENTLY IF NOT EXISTS notes_title ON notes (title);\n" },
        },
        new("rows that come twice when a run is repeated", (V3, MigrationProofs.Killed.Rule), (V3, MigrationProofs.Expected.Rule))
        {
            Files = { [V3] = BuildIndex + "INSERT INTO notes (id, title) SELECT coalesce(max(id), 0) + 1, 'more' FROM notes;\n" },
        },
        new("a repeatable that can't be repeated", (R, MigrationCodes.StatementFailed))
        {
            Files = { [R] = "CREATE VIEW starred AS SELECT id, title FROM notes WHERE stars > 0;\n" },
        },
    ];
}
