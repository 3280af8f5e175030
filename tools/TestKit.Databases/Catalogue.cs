using Npgsql;

namespace IntegrationSuite.TestKit.Databases;

/// <summary>What a database's schemas hold: tables, columns, constraints, indexes, views, functions, sequences, triggers, types, comments and privileges; not the rows, and not the table in which a tool notes the migrations (<c>changelog</c>, <c>flyway_schema_history</c>, <c>schema_migrations</c>).</summary>
/// <param name="Lines">One line for each, in order.</param>
public sealed record Catalogue(IReadOnlyList<string> Lines)
{
    /// <summary>Reads it.</summary>
    public static async Task<Catalogue> ReadAsync(NpgsqlDataSource database, CancellationToken cancel = default) =>
        new(await database.ListAsync<string>(CatalogueSql.Lines, cancel));

    /// <summary>What differs, a line each: <c>-</c> was expected and is not there, <c>+</c> is there and was not expected. Empty when nothing does.</summary>
    public static string Difference(Catalogue expected, Catalogue actual) =>
        string.Join(
            Environment.NewLine,
            expected
                .Lines.Except(actual.Lines)
                .Select(line => "- " + line)
                .Concat(actual.Lines.Except(expected.Lines).Select(line => "+ " + line))
                .OrderBy(KindAndName, StringComparer.Ordinal)
                .ThenByDescending(line => line[0])
                .ThenBy(line => line, StringComparer.Ordinal)
        );

    /// <summary>What a thing was and what it became stand together.</summary>
    private static string KindAndName(string line) => string.Join(' ', line.Split(' ').Skip(1).Take(2));
}
