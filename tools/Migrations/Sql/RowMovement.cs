namespace IntegrationSuite.Migrations.Sql;

/// <summary>Whether a statement fills, changes, moves or removes rows, by its words outside of strings and comments.</summary>
internal static class RowMovement
{
    /// <summary>Of a function that it calls, nothing is known.</summary>
    public static bool IsIn(string statement)
    {
        var words = WordsOf(statement, maxDepth: int.MaxValue);
        var outer = WordsOf(statement, maxDepth: 0);
        return words.FirstOrDefault() switch
        {
            "INSERT" or "UPDATE" or "DELETE" or "MERGE" or "TRUNCATE" or "COPY" => true,
            "WITH" => HasChange(words),
            "SELECT" => outer.Contains("INTO"),
            "CREATE" => outer.Take(4).Contains("TABLE") && outer.Contains("AS"),
            "ALTER" => HasDefault(outer) || outer is [_, "TABLE", ..] && outer.SkipWhile(word => word != "TYPE").Contains("USING"),
            "DO" => BodiesIn(statement).Any(body => HasChange(WordsOf(body, maxDepth: int.MaxValue))),
            _ => false,
        };
    }

    /// <summary>Not <c>FOR UPDATE</c> and <c>FOR NO KEY UPDATE</c>, which only lock.</summary>
    private static bool HasChange(IReadOnlyList<string> words) =>
        words.Prepend("").Zip(words).Any(pair => pair is (not ("FOR" or "KEY"), "INSERT" or "UPDATE" or "DELETE" or "MERGE"));

    /// <summary>A new column's, which every old row gets; not one that is only set for the rows that come.</summary>
    private static bool HasDefault(IReadOnlyList<string> words) =>
        words is [_, "TABLE", ..] && words.Zip(words.Skip(1).Append("")).Zip(words.Skip(2).Concat(["", ""])).Any(IsDefaultOfColumn);

    private static bool IsDefaultOfColumn(((string Before, string Word) Pair, string After) words) =>
        words is { Pair: { Before: not ("SET" or "DROP" or "BY"), Word: "DEFAULT" }, After: not "NULL" };

    private static List<string> WordsOf(string sql, int maxDepth)
    {
        var (words, depth) = (new List<string>(), 0);
        foreach (var (kind, text) in TokensOf(sql))
        {
            depth += kind switch
            {
                SqlTokenKind.Open => 1,
                SqlTokenKind.Close => -1,
                _ => 0,
            };
            if (kind == SqlTokenKind.Word && depth <= maxDepth)
            {
                words.Add(text.ToUpperInvariant());
            }
        }

        return words;
    }

    /// <summary>The texts of <c>$$ … $$</c>.</summary>
    private static IEnumerable<string> BodiesIn(string sql) =>
        TokensOf(sql)
            .Where(token => token.Kind == SqlTokenKind.Other && token.Text is ['$', .., '$'])
            .Select(token => token.Text[(token.Text.IndexOf('$', 1) + 1)..token.Text.LastIndexOf('$', token.Text.Length - 2)]);

    private static IEnumerable<(SqlTokenKind Kind, string Text)> TokensOf(string sql)
    {
        for (var at = 0; at < sql.Length; )
        {
            var token = SqlToken.At(sql, at);
            yield return (token.Kind, sql[at..token.End]);
            at = token.End;
        }
    }
}
