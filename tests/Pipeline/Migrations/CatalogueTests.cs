using IntegrationSuite.TestKit.Databases;
using Pipeline.Postgres;

namespace Pipeline.Migrations;

[TestClass]
public sealed class CatalogueTests
{
    private const string Base = """
        CREATE TABLE notes (id int PRIMARY KEY, title text NOT NULL DEFAULT 'x', stars int CONSTRAINT few CHECK (stars < 6));
        CREATE INDEX by_title ON notes (title);
        CREATE VIEW starred AS SELECT id FROM notes WHERE stars > 0;
        CREATE SEQUENCE numbers;
        CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE FUNCTION noted() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER noted BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION noted();
        CREATE TYPE mood AS ENUM ('well', 'ill');
        """;

    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow("CREATE TABLE other ()", "…+ table public.other")]
    [DataRow("ALTER TABLE notes ADD COLUMN more int", "+ column public.notes.more #4 integer")]
    [DataRow(
        "ALTER TABLE notes ALTER COLUMN title TYPE varchar(9)",
        "- column public.notes.title #2 text not null default 'x'::text\n+ column public.notes.title #2 character varying(9) not null default 'x'::text"
    )]
    [DataRow(
        "ALTER TABLE notes ALTER COLUMN title SET DEFAULT 'y'",
        "- column public.notes.title #2 text not null default 'x'::text\n+ column public.notes.title #2 text not null default 'y'::text"
    )]
    [DataRow(
        "ALTER TABLE notes ALTER COLUMN title DROP NOT NULL",
        "- column public.notes.title #2 text not null default 'x'::text\n+ column public.notes.title #2 text default 'x'::text"
    )]
    [DataRow("ALTER TABLE notes DROP CONSTRAINT few", "- constraint public.notes.few CHECK ((stars < 6))")]
    [DataRow(
        "ALTER TABLE notes DROP CONSTRAINT few, ADD CONSTRAINT few CHECK (stars < 6) NOT VALID",
        "- constraint public.notes.few CHECK ((stars < 6))\n+ constraint public.notes.few CHECK ((stars < 6)) NOT VALID"
    )]
    [DataRow(
        "DROP INDEX by_title; CREATE INDEX by_title ON notes (title DESC)",
        "- index public.notes CREATE INDEX by_title ON public.notes USING btree (title)\n+ index public.notes CREATE INDEX by_title ON public.notes USING btree (title DESC)"
    )]
    [DataRow(
        "CREATE OR REPLACE VIEW starred AS SELECT id FROM notes WHERE stars > 1",
        "- view public.starred as …\n+ view public.starred as …"
    )]
    [DataRow(
        "CREATE OR REPLACE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 2'",
        "- function CREATE OR REPLACE FUNCTION public.one()…\n+ function CREATE OR REPLACE FUNCTION public.one()…"
    )]
    [DataRow(
        "ALTER SEQUENCE numbers INCREMENT BY 2",
        "- sequence public.numbers bigint start 1 by 1 …\n+ sequence public.numbers bigint start 1 by 2 …"
    )]
    [DataRow("ALTER TABLE notes DISABLE TRIGGER noted", "- trigger public.notes.noted O CREATE …\n+ trigger public.notes.noted D CREATE …")]
    [DataRow("GRANT SELECT ON notes TO PUBLIC", "+ privilege on relation public.notes SELECT to public")]
    [DataRow("REVOKE EXECUTE ON FUNCTION one() FROM PUBLIC", "- privilege on function one() EXECUTE to public")]
    [DataRow("ALTER TYPE mood ADD VALUE 'so so'", "- type mood enum ('well', 'ill')\n+ type mood enum ('well', 'ill', 'so so')")]
    [DataRow("COMMENT ON COLUMN notes.stars IS 'Up to five.'", "+ comment on public.notes.stars Up to five.")]
    [DataRow("CREATE SCHEMA other", "…+ schema other")]
    [DataRow("INSERT INTO notes VALUES (1, 'a row is no schema', 1)", "")]
    public async Task A_change_of_the_schema_is_one_readable_difference(string change, string difference)
    {
        await using var server = new TestServer((await ScratchServer.Shared).Server.State.Url);
        await using var database = await server.EmptyAsync(TestContext.CancellationToken);
        await database.Source.ExecuteAsync(Base, TestContext.CancellationToken);
        var before = await Catalogue.ReadAsync(database.Source, TestContext.CancellationToken);

        await database.Source.ExecuteAsync(change, TestContext.CancellationToken);

        var found = Catalogue.Difference(before, await Catalogue.ReadAsync(database.Source, TestContext.CancellationToken));
        StringAssert.Matches(
            found.ReplaceLineEndings("\n"),
            new($"^{System.Text.RegularExpressions.Regex.Escape(difference).Replace("…", "[\\s\\S]*", StringComparison.Ordinal)}$")
        );
    }
}
