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
