namespace IntegrationSuite.Migrations.Sql;

/// <summary>The kinds of <see cref="SqlToken"/> that matter for finding the ends of statements.</summary>
internal enum SqlTokenKind
{
    /// <summary>White space or a comment.</summary>
    Space,

    /// <summary>A keyword or an unquoted name.</summary>
    Word,

    /// <summary><c>;</c></summary>
    Semicolon,

    /// <summary><c>(</c></summary>
    Open,

    /// <summary><c>)</c></summary>
    Close,

    /// <summary>Anything else: a string, a quoted name, a number, an operator.</summary>
    Other,
}

/// <summary>A piece of a script.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="End">The offset behind it.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int End)
{
    /// <summary>The token at an offset, by PostgreSQL's rules ("Lexical Structure").</summary>
    /// <exception cref="SqlSyntaxException">It is not closed.</exception>
    public static SqlToken At(string sql, int at) =>
        sql[at] switch
        {
            ';' => new(SqlTokenKind.Semicolon, at + 1),
            '(' => new(SqlTokenKind.Open, at + 1),
            ')' => new(SqlTokenKind.Close, at + 1),
            '\'' => new(SqlTokenKind.Other, QuotedEnd(sql, at, at, backslashEscapes: false)),
            '"' => new(SqlTokenKind.Other, QuotedEnd(sql, at, at, backslashEscapes: false)),
            'e' or 'E' when Next(sql, at) == '\'' => new(SqlTokenKind.Other, QuotedEnd(sql, at, at + 1, backslashEscapes: true)),
            '-' when Next(sql, at) == '-' => new(SqlTokenKind.Space, LineEnd(sql, at)),
            '/' when Next(sql, at) == '*' => new(SqlTokenKind.Space, CommentEnd(sql, at)),
            '$' => new(SqlTokenKind.Other, DollarQuotedEnd(sql, at)),
            var c when char.IsWhiteSpace(c) || c == '\uFEFF' => new(SqlTokenKind.Space, at + 1),
            var c when IsWordStart(c) => new(SqlTokenKind.Word, WordEnd(sql, at)),
            _ => new(SqlTokenKind.Other, at + 1),
        };

    private static char Next(string sql, int at) => at + 1 < sql.Length ? sql[at + 1] : '\0';

    private static bool IsWordStart(char c) => char.IsAsciiLetter(c) || c == '_' || c >= '\u0080';

    private static int WordEnd(string sql, int at)
    {
        while (at < sql.Length && (IsWordStart(sql[at]) || char.IsAsciiDigit(sql[at]) || sql[at] == '$'))
        {
            at++;
        }

        return at;
    }

    private static int LineEnd(string sql, int at)
    {
        var end = sql.IndexOf('\n', at);
        return end < 0 ? sql.Length : end + 1;
    }

    /// <summary>Comments nest, unlike in C.</summary>
    private static int CommentEnd(string sql, int start)
    {
        var depth = 0;
        for (var at = start; at + 1 < sql.Length; at++)
        {
            var change = (sql[at], sql[at + 1]) switch
            {
                ('/', '*') => 1,
                ('*', '/') => -1,
                _ => 0,
            };
            depth += change;
            at += Math.Abs(change);
            if (depth == 0)
            {
                return at + 1;
            }
        }

        throw new SqlSyntaxException("A comment is opened and never closed", start);
    }

    private static int QuotedEnd(string sql, int start, int open, bool backslashEscapes)
    {
        var quote = sql[open];
        for (var at = open + 1; at < sql.Length; at++)
        {
            if (backslashEscapes && sql[at] == '\\')
            {
                at++;
            }
            else if (sql[at] == quote)
            {
                if (Next(sql, at) != quote)
                {
                    return at + 1;
                }

                at++;
            }
        }

        throw new SqlSyntaxException(
            quote == '"' ? "A quoted name is opened and never closed" : "A string is opened and never closed",
            start
        );
    }

    /// <summary>Of <c>$tag$ … $tag$</c>; a dollar that opens none, as in <c>$1</c>, stands for itself.</summary>
    private static int DollarQuotedEnd(string sql, int start)
    {
        var tagEnd = start + 1;
        while (tagEnd < sql.Length && (IsWordStart(sql[tagEnd]) || (tagEnd > start + 1 && char.IsAsciiDigit(sql[tagEnd]))))
        {
            tagEnd++;
        }

        if (tagEnd == sql.Length || sql[tagEnd] != '$')
        {
            return start + 1;
        }

        var tag = sql[start..(tagEnd + 1)];
        var close = sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal);
        return close < 0 ? throw new SqlSyntaxException($"A string is opened with {tag} and never closed", start) : close + tag.Length;
    }
}
