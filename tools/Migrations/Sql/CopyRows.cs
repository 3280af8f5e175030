namespace IntegrationSuite.Migrations.Sql;

/// <summary>Reads the rows that stand behind a <c>COPY … FROM STDIN</c>, as psql does: from the next line on, to a line <c>\.</c></summary>
internal static class CopyRows
{
    private const string Mark = "\\.";

    /// <summary>Reads them.</summary>
    /// <param name="sql">The script.</param>
    /// <param name="statement">Where the statement begins.</param>
    /// <param name="behind">The offset behind its semicolon.</param>
    /// <exception cref="SqlSyntaxException">More stands on its line, or no line ends the rows.</exception>
    public static CopiedRows Read(string sql, int statement, int behind)
    {
        var start = LineEnd(sql, behind);
        if (sql[behind..start].Trim() is { Length: > 0 } rest && !rest.StartsWith("--", StringComparison.Ordinal))
        {
            throw new SqlSyntaxException("The rows of a COPY … FROM STDIN begin on the next line, and more stands on its own", statement);
        }

        for (var at = start; at < sql.Length; )
        {
            var end = LineEnd(sql, at);
            if (sql.AsSpan(at, end - at).TrimEnd("\r\n").SequenceEqual(Mark))
            {
                return new CopiedRows(sql[start..at], start, end);
            }

            at = end;
        }

        throw new SqlSyntaxException($"The rows of a COPY … FROM STDIN have no end: a line '{Mark}' must follow them", statement);
    }

    /// <summary>The offset behind the line end: LF, CR or both.</summary>
    private static int LineEnd(string sql, int at)
    {
        var end = sql.AsSpan(at).IndexOfAny('\n', '\r');
        return end < 0 ? sql.Length
            : sql.AsSpan(at + end).StartsWith("\r\n") ? at + end + 2
            : at + end + 1;
    }
}
