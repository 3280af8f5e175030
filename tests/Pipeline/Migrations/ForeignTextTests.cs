using IntegrationSuite.Migrations;

namespace Pipeline.Migrations;

/// <summary>Files as editors, <c>pg_dump</c> and psql leave them.</summary>
[TestClass]
public sealed class ForeignTextTests : MigratorTest
{
    [TestMethod]
    public async Task What_stands_behind_a_comment_that_ends_in_CR_alone_runs()
    {
        Given("V9__cr.sql", "-- c\rCREATE TABLE cr (id int);\r")
            .With("V10__mixed_cr.sql", "CREATE TABLE a1 (id int);\n-- note\rCREATE TABLE a2 (id int);\nCREATE TABLE a3 (id int);\n");

        await UpAsync();

        CollectionAssert.AreEqual(new[] { "a1", "a2", "a3", "cr" }, (await Tables).ToArray());
    }

    [TestMethod]
    public async Task An_error_behind_line_ends_of_all_three_kinds_is_at_its_line()
    {
        Given("V1__a.sql", "-- one\r-- two\r\n-- three\nSELECT nothing;");

        Assert.AreEqual(4, (await ProblemOfAsync(() => UpAsync())).Line);
    }

    [TestMethod]
    public async Task A_string_that_goes_on_on_the_next_line_is_one()
    {
        Given(
            "V1__cont.sql",
            "CREATE TABLE t (a text);\nINSERT INTO t VALUES (E'one\\''\n  'two\\' ; still inside');\nINSERT INTO t VALUES ('x');\n"
        );

        await UpAsync();

        CollectionAssert.AreEqual(
            new[] { "one'two' ; still inside", "x" },
            (await Database.ListAsync<string>("SELECT a FROM t ORDER BY a")).ToArray()
        );
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("-- evolve-tx-off\n")]
    public async Task The_rows_of_a_copy_are_copied(string head)
    {
        Given(
            "V1__copy.sql",
            head
                + "CREATE TABLE t3(a text, b text);\nCOPY t3 FROM STDIN;\nhello\t\\\\N\nx;'\ty\n\\.\nCOPY t3 (b) FROM STDIN (FORMAT csv);\n\"a;\n\"\"b\"\n\\.\n\nUPDATE t3 SET a = 'c' WHERE a IS NULL;"
        );

        await UpAsync();

        CollectionAssert.AreEqual(
            new[] { "c|a;\n\"b", "hello|\\N", "x;'|y" },
            (await Database.ListAsync<string>("SELECT concat_ws('|', a, b) FROM t3 ORDER BY 1")).ToArray()
        );
    }

    [TestMethod]
    public async Task A_row_that_is_refused_is_at_its_line_and_takes_its_file_back()
    {
        Given("V1__copy.sql", "CREATE TABLE t (a int);\n\nCOPY t FROM STDIN;\n1\n2\nthree\n\\.\n");

        var problem = await ProblemOfAsync(() => UpAsync());

        Assert.AreEqual((MigrationCodes.StatementFailed, 6), (problem.Code, problem.Line));
        StringAssert.Contains(problem.Message, "\"three\"");
        Assert.IsEmpty(await Tables);
    }

    [TestMethod]
    public async Task Copied_rows_can_be_undone_by_an_undo_that_copies()
    {
        Given("V1__t.sql", "CREATE TABLE t (a int);")
            .With("V2__no_rows.sql", "DELETE FROM t;")
            .With("U2__no_rows.sql", "COPY t FROM STDIN;\n7\n\\.\n");
        await UpAsync();

        await DownAsync("1");

        Assert.AreEqual(7, (await Database.ListAsync<int>("SELECT a FROM t")).Single());
    }

    [TestMethod]
    [DataRow("\\connect shop", "\\connect")]
    [DataRow("\\set ON_ERROR_STOP on", "\\set")]
    [DataRow("SELECT 1 \\gset", "\\gset")]
    public async Task A_command_of_psql_is_an_error_at_its_line_before_anything_runs(string line, string command)
    {
        Given("V1__a.sql", "CREATE TABLE a (id int);").With("V2__b.sql", $"CREATE TABLE b (id int);\n{line}\n");

        var problem = await ProblemOfAsync(() => UpAsync());

        Assert.AreEqual((MigrationCodes.UnreadableSql, 2), (problem.Code, problem.Line));
        Assert.EndsWith("V2__b.sql", problem.File);
        StringAssert.Contains(problem.Message, $"'{command}' is a command of psql");
        Assert.IsEmpty(await Tables);
    }
}
