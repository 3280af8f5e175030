using IntegrationSuite.Migrations.Sql;

namespace Pipeline.Migrations;

[TestClass]
public sealed class SqlSplitterTests
{
    [TestMethod]
    [DataRow("a; b", "a|b")]
    [DataRow(" ;; a ;\n", "a")]
    [DataRow("-- x; y\na; /* ; /* ; */ ; */ b", "a|b")]
    [DataRow("a ';' b; c", "a ';' b|c")]
    [DataRow("a 'it''s;'; b", "a 'it''s;'|b")]
    [DataRow(@"a 'back\'; b", @"a 'back\'|b")]
    [DataRow(@"a E'es\';c'; b", @"a E'es\';c'|b")]
    [DataRow("a \"na;me\"\"\"; b", "a \"na;me\"\"\"|b")]
    [DataRow("a $$;$$; b", "a $$;$$|b")]
    [DataRow("a $t$ ; $$ ; $u$ $t$; b", "a $t$ ; $$ ; $u$ $t$|b")]
    [DataRow("a $1; b $2", "a $1|b $2")]
    [DataRow("a b$c$; d$c$", "a b$c$|d$c$")]
    [DataRow("CREATE RULE r AS ON INSERT TO t DO (a; b); c", "CREATE RULE r AS ON INSERT TO t DO (a; b)|c")]
    [DataRow(
        "create or replace procedure p() begin atomic a; select case when b then c end; end; d",
        "create or replace procedure p() begin atomic a; select case when b then c end; end|d"
    )]
    [DataRow("begin; case; end", "begin|case|end")]
    [DataRow("a -- it's\n; b", "a|b")]
    [DataRow("-- c\ra;\rb", "a|b")]
    [DataRow("-- it's\r\na -- it's\r; b", "a|b")]
    [DataRow("a E'one\\''\n  'two\\' ; still inside'; b", "a E'one\\''\n  'two\\' ; still inside'|b")]
    [DataRow("a e'one' -- it's\r 'two\\';'\n\t'three\\';'; b", "a e'one' -- it's\r 'two\\';'\n\t'three\\';'|b")]
    [DataRow("a E'one' 'two\\'; b", "a E'one' 'two\\'|b")]
    [DataRow("a 'one'\n'two\\'; b", "a 'one'\n'two\\'|b")]
    [DataRow(
        "create function f(begin int, \"end\" int) returns int begin atomic select (case begin when 1 then 2 end); select 1; end; d",
        "create function f(begin int, \"end\" int) returns int begin atomic select (case begin when 1 then 2 end); select 1; end|d"
    )]
    public void A_semicolon_ends_a_statement_only_where_it_does_in_psql(string script, string statements) =>
        Assert.AreEqual(statements, string.Join('|', SqlSplitter.Split(script).Select(statement => statement.Text)));

    [TestMethod]
    [DataRow("a; b 'c", 5)]
    [DataRow("a; b \"c", 5)]
    [DataRow("a; $x$ $$", 3)]
    [DataRow("a; /* /* */", 3)]
    public void What_is_not_closed_is_an_error_where_it_was_opened(string script, int offset) =>
        Assert.AreEqual(offset, Assert.ThrowsExactly<SqlSyntaxException>(() => SqlSplitter.Split(script)).Offset);

    [TestMethod]
    [DataRow("copy t from stdin;\n1\t;'\n\\.\nb", "1\t;'\n")]
    [DataRow("COPY t (a, b) FROM STDIN WITH (FORMAT csv); -- rows\r\n\"x;\",y\r\n\\.\r\nb", "\"x;\",y\r\n")]
    [DataRow("copy t from stdin;\n\\.\nb;", "")]
    [DataRow("-- c\rcopy t from stdin;\r1\r\\.\rb", "1\r")]
    public void The_rows_of_a_copy_are_no_statements(string script, string rows)
    {
        var statements = SqlSplitter.Split(script);
        Assert.HasCount(2, statements);
        Assert.AreEqual(rows, statements[0].Rows!.Text);
        Assert.AreEqual("b", statements[1].Text);
    }

    [TestMethod]
    [DataRow("COPY t TO STDOUT; b")]
    [DataRow("COPY t FROM '/tmp/stdin'; b")]
    [DataRow("COPY (SELECT 1 FROM stdin) TO STDOUT; b")]
    public void Other_copies_have_no_rows(string script) => Assert.IsNull(SqlSplitter.Split(script)[0].Rows);

    [TestMethod]
    [DataRow("a;\ncopy t from stdin; b\n\\.\n", 3, "begin on the next line")]
    [DataRow("a;\ncopy t from stdin;\n1\n", 3, "a line '\\.' must follow")]
    [DataRow("a;\n\\connect shop\nb", 3, "'\\connect' is a command of psql")]
    [DataRow("a \\gset", 2, "'\\gset' is a command of psql")]
    [DataRow("a;\n\\.\n", 3, "ends the rows of a COPY")]
    public void What_only_psql_could_do_is_an_error_where_it_stands(string script, int offset, string says)
    {
        var error = Assert.ThrowsExactly<SqlSyntaxException>(() => SqlSplitter.Split(script));
        Assert.AreEqual(offset, error.Offset);
        StringAssert.Contains(error.Message, says);
    }

    [TestMethod]
    [DataRow("BEGIN", true)]
    [DataRow("start transaction isolation level serializable", true)]
    [DataRow("end", true)]
    [DataRow("ROLLBACK", true)]
    [DataRow("rollback to savepoint s", false)]
    [DataRow("SAVEPOINT s", false)]
    [DataRow("PREPARE p AS SELECT 1", false)]
    [DataRow("CREATE TABLE begin (id int)", false)]
    public void Statements_that_end_the_runners_transaction_are_known(string statement, bool controls) =>
        Assert.AreEqual(controls, SqlSplitter.Split(statement).Single().ControlsTransaction);
}
