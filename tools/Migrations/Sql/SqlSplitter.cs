namespace IntegrationSuite.Migrations.Sql;

/// <summary>Splits a script into its statements, as psql does: semicolons within strings, comments, parentheses and SQL-standard function bodies end nothing.</summary>
public static class SqlSplitter
{
    /// <summary>The statements, in their order; empty ones are left out.</summary>
    /// <exception cref="SqlSyntaxException">A string, a quoted name, a comment or the rows of a <c>COPY</c> are not closed; there is a command of psql's.</exception>
    public static IReadOnlyList<SqlStatement> Split(string sql)
    {
        var statements = new List<SqlStatement>();
        var open = new OpenStatement();
        for (var at = 0; at < sql.Length; )
        {
            var start = at;
            var token = SqlToken.At(sql, start);
            at = token.End;
            if (token.Kind == SqlTokenKind.Semicolon && !open.IsNested)
            {
                at = open.AddTo(statements, sql, at);
                open = new OpenStatement();
            }
            else if (token.Kind != SqlTokenKind.Space)
            {
                open.Take(token.Kind, sql, start, token.End);
            }
        }

        open.AddTo(statements, sql, sql.Length);
        return statements;
    }

    /// <summary>The statement being read.</summary>
    private sealed class OpenStatement
    {
        private readonly List<string> _opening = [];
        private int _start = -1;
        private int _end;
        private int _parentheses;
        private int _blocks;
        private bool _isRoutine;
        private bool _isCopyFrom;
        private bool _takesRows;

        public bool IsNested => _parentheses > 0 || _blocks > 0;

        public void Take(SqlTokenKind kind, string sql, int start, int end)
        {
            _start = _start < 0 ? start : _start;
            _end = end;
            switch (kind)
            {
                case SqlTokenKind.Open:
                    _parentheses++;
                    break;
                case SqlTokenKind.Close:
                    _parentheses = Math.Max(0, _parentheses - 1);
                    break;
                // psql, too, heeds no word in parentheses: one may be the name of an argument.
                case SqlTokenKind.Word when _parentheses == 0:
                    TakeWord(sql[start..end].ToUpperInvariant());
                    break;
            }
        }

        /// <returns>Where the next statement may begin.</returns>
        public int AddTo(List<SqlStatement> statements, string sql, int behind)
        {
            if (_start < 0)
            {
                return behind;
            }

            var rows = _takesRows ? CopyRows.Read(sql, _start, behind) : null;
            statements.Add(new SqlStatement(sql[_start.._end], _start, string.Join(' ', _opening)) { Rows = rows });
            return rows?.End ?? behind;
        }

        /// <summary>A routine's body may be <c>BEGIN ATOMIC … END</c>, with semicolons and with <c>CASE … END</c> inside.</summary>
        private void TakeWord(string word)
        {
            if (_opening.Count < 4)
            {
                _opening.Add(word);
                _isRoutine |=
                    _opening is ["CREATE", "FUNCTION" or "PROCEDURE", ..] or ["CREATE", "OR", "REPLACE", "FUNCTION" or "PROCEDURE"];
            }

            _takesRows |= _isCopyFrom && word == "STDIN";
            _isCopyFrom = _opening[0] == "COPY" && word == "FROM";
            _blocks += word switch
            {
                "BEGIN" when _isRoutine => 1,
                "CASE" when _blocks > 0 => 1,
                "END" when _blocks > 0 => -1,
                _ => 0,
            };
        }
    }
}
