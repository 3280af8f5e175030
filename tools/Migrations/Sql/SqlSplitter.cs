namespace IntegrationSuite.Migrations.Sql;

/// <summary>Splits a script into its statements, as psql does: semicolons within strings, comments, parentheses and SQL-standard function bodies end nothing.</summary>
public static class SqlSplitter
{
    /// <summary>The statements, in their order; empty ones are left out.</summary>
    /// <exception cref="SqlSyntaxException">A string, a quoted name or a comment is not closed.</exception>
    public static IReadOnlyList<SqlStatement> Split(string sql)
    {
        var statements = new List<SqlStatement>();
        var open = new OpenStatement();
        for (var at = 0; at < sql.Length; )
        {
            var token = SqlToken.At(sql, at);
            if (token.Kind == SqlTokenKind.Semicolon && !open.IsNested)
            {
                open.AddTo(statements, sql);
                open = new OpenStatement();
            }
            else if (token.Kind != SqlTokenKind.Space)
            {
                open.Take(token.Kind, sql, at, token.End);
            }

            at = token.End;
        }

        open.AddTo(statements, sql);
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
                case SqlTokenKind.Word:
                    TakeWord(sql[start..end].ToUpperInvariant());
                    break;
            }
        }

        public void AddTo(List<SqlStatement> statements, string sql)
        {
            if (_start >= 0)
            {
                statements.Add(new SqlStatement(sql[_start.._end], _start, string.Join(' ', _opening)));
            }
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
