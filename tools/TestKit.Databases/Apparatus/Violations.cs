using IntegrationSuite.TestKit.Databases.Seeding;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>Statements that a constraint must refuse.</summary>
/// <param name="What">The constraint, for the failure.</param>
/// <param name="Constraint">The name that PostgreSQL gives in its refusal; null: any of its kind.</param>
/// <param name="Attempts">Statements; one that violates this constraint and no other is enough.</param>
internal sealed record Violation(string What, string? Constraint, IEnumerable<string> Attempts);

/// <summary>Makes violations from what the catalogue tells of a table with rows.</summary>
internal static class Violations
{
    /// <summary>How many rows are tried: one may violate another constraint first.</summary>
    private const int RowsTried = 6;

    public static IEnumerable<Violation> OfNotNull(Table table) =>
        table
            .Writable.Where(column => !column.IsNullable)
            .Select(column => new Violation($"NULL in {table.Name}.{column.Name}", null, Updates(table, [(column, null)])));

    public static IEnumerable<Violation> OfForeignKeys(Table table) =>
        table.ForeignKeys.Select(key => new Violation(
            $"{table.Name}.{key.Name} {key.Definition}",
            key.Name,
            Updates(table, key.Columns.Select(table.Column).Select(column => (column, (string?)Nowhere(column))))
        ));

    /// <summary>One row takes the key of another.</summary>
    public static IEnumerable<Violation> OfUniqueKeys(Table table) =>
        table
            .Uniques.Where(key => key.Columns.All(column => !table.Column(column).IsGenerated))
            .Select(key =>
            {
                var columns = string.Join(", ", key.Columns.Select(QuoteName));
                var notNull = string.Join(" AND ", key.Columns.Select(column => $"{QuoteName(column)} IS NOT NULL"));
                var rows = $"SELECT {columns}, ctid AS place FROM {table.Name} WHERE {notNull} ORDER BY ctid";
                var attempt =
                    $"UPDATE {table.Name} t SET ({columns}) = (SELECT {columns} FROM ({rows} LIMIT 1) r) WHERE t.ctid = (SELECT place FROM ({rows} OFFSET 1 LIMIT 1) r)";
                return new Violation($"{table.Name}: a second row with the same {columns} ({key.Definition})", key.Name, [attempt]);
            });

    /// <summary>Every combination of values that come to mind, and that the check's own words suggest.</summary>
    public static IEnumerable<Violation> OfChecks(Table table) =>
        table.Checks.Select(check => new Violation(
            $"{table.Name}.{check.Name} {check.Definition}",
            check.Name,
            Combinations(check.Columns.Select(table.Column).Where(column => !column.IsGenerated))
                .SelectMany(values => Updates(table, values))
                .Take(5000)
        ));

    private static IEnumerable<IReadOnlyList<(Column Column, string? Value)>> Combinations(IEnumerable<Column> columns)
    {
        IEnumerable<IReadOnlyList<(Column, string?)>> all =
        [
            [],
        ];
        foreach (var column in columns)
        {
            all = all.SelectMany(
                start => Unlikely(column),
                (start, value) => (IReadOnlyList<(Column, string?)>)[.. start, (column, value)]
            );
        }

        return all;
    }

    /// <summary>Of one row, for each of the first rows.</summary>
    private static IEnumerable<string> Updates(Table table, IEnumerable<(Column Column, string? Value)> values)
    {
        var assignments = string.Join(
            ", ",
            values.Select(pair => $"{QuoteName(pair.Column.Name)} = {Literal(pair.Value, pair.Column.Type)}")
        );
        return Enumerable
            .Range(0, RowsTried)
            .Select(row =>
                $"UPDATE {table.Name} SET {assignments} WHERE ctid = (SELECT ctid FROM {table.Name} ORDER BY ctid OFFSET {row} LIMIT 1)"
            );
    }

    private static string Nowhere(Column column) =>
        column.Type switch
        {
            "uuid" => Guid.NewGuid().ToString(),
            "smallint" => "-32767",
            "integer" or "bigint" or "numeric" => "-1234567",
            "date" or "timestamp with time zone" or "timestamp without time zone" => "1066-10-14",
            _ => "nowhere to be found",
        };

    private static IEnumerable<string?> Unlikely(Column column)
    {
        IEnumerable<string> values = column.Type.Split('(')[0] switch
        {
            "uuid" => [Guid.NewGuid().ToString()],
            "text" or "character varying" or "character" => ["", "nothing of the kind", "UPPER", new string('x', 100_000)],
            "smallint" => ["-1", "0", "32767", "-32768", "5"],
            "integer" => ["-1", "0", "2147483647", "-2147483648", "5"],
            "bigint" or "numeric" => ["-1", "0", "9223372036854775807", "-9223372036854775808", "5"],
            "real" or "double precision" => ["-1", "0", "1e30", "NaN"],
            "boolean" => ["true", "false"],
            "jsonb" or "json" => ["{}", "[]", "1", "\"text\"", "null", "{\"unlikely\": 1}", "[1]"],
            "bytea" => ["\\x", "\\x00"],
            "date" or "timestamp with time zone" or "timestamp without time zone" => ["1066-10-14", "9999-12-31", "infinity"],
            var array when array.EndsWith("[]", StringComparison.Ordinal) => ["{}", "{NULL}"],
            _ => [],
        };
        return column.IsNullable ? values.Append(null) : values;
    }
}
