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
    private const int LongestCommand = 60;

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
            'e' or 'E' when Next(sql, at) == '\'' => new(SqlTokenKind.Other, ContinuedEnd(sql, at)),
            '\\' => throw new SqlSyntaxException(PsqlCommand(sql, at), at),
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
        var end = sql.AsSpan(at).IndexOfAny('\n', '\r'); // a CR alone ends a line, too
        return end < 0 ? sql.Length : at + end + 1;
    }

    /// <summary>Outside of strings a backslash is none of PostgreSQL's: <c>\connect</c>, <c>\i</c>, <c>\gset</c>.</summary>
    private static string PsqlCommand(string sql, int at)
    {
        var end = at + 1;
        while (end < sql.Length && !char.IsWhiteSpace(sql[end]) && sql[end] != ';')
        {
            end++;
        }

        return sql[at..end] == "\\."
            ? "'\\.' ends the rows of a COPY … FROM STDIN, and here is none"
            : $"'{HarmlessName(sql[at..end])}' is a command of psql and not SQL. Write what it does as SQL, or leave it to who runs psql";
    }

    private static string HarmlessName(string command) => command.Length <= LongestCommand ? command : command[..LongestCommand] + "…";

    /// <summary>Of <c>E'…'</c>, which goes on in a string on a later line (PostgreSQL, "String Constants"), in which backslashes still escape.</summary>
    private static int ContinuedEnd(string sql, int start)
    {
        var end = QuotedEnd(sql, start, start + 1, backslashEscapes: true);
        for (int open; (open = ContinuationOf(sql, end)) >= 0; )
        {
            end = QuotedEnd(sql, start, open, backslashEscapes: true);
        }

        return end;
    }

    /// <summary>Where the next part of a string opens: behind blanks and comments with at least one line end; -1 when there is none.</summary>
    private static int ContinuationOf(string sql, int at)
    {
        var isOnLaterLine = false;
        while (at < sql.Length && (char.IsWhiteSpace(sql[at]) || (sql[at] == '-' && Next(sql, at) == '-')))
        {
            var end = sql[at] == '-' ? LineEnd(sql, at) : at + 1;
            isOnLaterLine |= sql[end - 1] is '\n' or '\r';
            at = end;
        }

        return isOnLaterLine && at < sql.Length && sql[at] == '\'' ? at : -1;
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
