using Npgsql;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Seeding;

/// <summary>Fills the tables of any schema with rows that it accepts, going by types, foreign keys, checks and unique keys.</summary>
public sealed class Seeder(NpgsqlDataSource database)
{
    /// <summary>How many combinations of values are tried for one row.</summary>
    private const int Patience = 3000;

    /// <summary>Puts rows into every table that has none.</summary>
    /// <param name="rows">How many into each.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="InvalidOperationException">A table takes nothing that could be thought of.</exception>
    public async Task FillAsync(int rows, CancellationToken cancel)
    {
        foreach (var table in await Schema.ReadAsync(database, cancel))
        {
            if ((await database.ListAsync<bool>($"SELECT EXISTS (SELECT FROM {table.Name})", cancel)).Single())
            {
                continue;
            }

            for (var n = 0; n < rows; n++)
            {
                await InsertAsync(table, n, cancel);
            }
        }
    }

    private async Task InsertAsync(Table table, int n, CancellationToken cancel)
    {
        var row = table.Writable.ToDictionary(column => column.Name, column => Candidates.Of(table, column, n).FirstOrDefault());
        await ReferAsync(table, row, n, cancel);
        for (var tries = 0; tries < Patience; tries++)
        {
            var refusal = await TryInsertAsync(table, row, cancel);
            if (refusal is null)
            {
                return;
            }

            var constraint = table.Constraints.FirstOrDefault(constraint => constraint.Name == refusal.ConstraintName);
            if (
                constraint is null
                || constraint.Kind == ConstraintKind.ForeignKey
                || !await MendAsync(table, row, constraint, n + tries, cancel)
            )
            {
                throw Refused(table, refusal.MessageText);
            }
        }

        throw Refused(table, $"{Patience} rows were refused");
    }

    /// <summary>Looks for values of the constraint's columns that it accepts.</summary>
    private async Task<bool> MendAsync(Table table, Dictionary<string, string?> row, Constraint constraint, int n, CancellationToken cancel)
    {
        var foreign = table.ForeignKeys.SelectMany(key => key.Columns).ToHashSet();
        var columns = constraint
            .Columns.Where(column => !foreign.Contains(column) || constraint.Kind == ConstraintKind.Check)
            .Select(table.Column)
            .Where(column => !column.IsGenerated)
            .ToList();
        foreach (var values in Combinations(table, columns, foreign, row, n))
        {
            for (var i = 0; i < columns.Count; i++)
            {
                row[columns[i].Name] = values[i];
            }

            if ((await TryInsertAsync(table, row, cancel, keep: false))?.ConstraintName != constraint.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string?[]> Combinations(
        Table table,
        List<Column> columns,
        HashSet<string> foreign,
        Dictionary<string, string?> row,
        int n
    )
    {
        IEnumerable<string?[]> all =
        [
            [],
        ];
        foreach (var column in columns)
        {
            IReadOnlyList<string?> values = foreign.Contains(column.Name) ? [row[column.Name], null] : Candidates.Of(table, column, n);
            all = all.SelectMany(start => values, (start, value) => start.Append(value).ToArray());
        }

        return all.Take(Patience);
    }

    /// <summary>Foreign keys take the n-th row of the table that they refer to, and nothing when they may and refer to their own table or n says so.</summary>
    private async Task ReferAsync(Table table, Dictionary<string, string?> row, int n, CancellationToken cancel)
    {
        foreach (var key in table.ForeignKeys)
        {
            var isOptional = key.Columns.Any(column => table.Column(column).IsNullable) && (n % 3 == 2 || key.References == table.Name);
            var columns = string.Join(", ", key.ReferencedColumns.Select(column => $"{QuoteName(column)}::text"));
            var values = isOptional
                ? []
                : await database.ListAsync<string[]>(
                    $"SELECT ARRAY[{columns}] FROM {key.References} ORDER BY 1 OFFSET {n} % greatest(1, (SELECT count(*) FROM {key.References})) LIMIT 1",
                    cancel
                );
            for (var i = 0; i < key.Columns.Count; i++)
            {
                row[key.Columns[i]] = values.Count == 0 ? null : values[0][i];
            }
        }
    }

    private Task<PostgresException?> TryInsertAsync(
        Table table,
        Dictionary<string, string?> row,
        CancellationToken cancel,
        bool keep = true
    )
    {
        var columns = string.Join(", ", row.Keys.Select(QuoteName));
        var values = string.Join(", ", row.Select(pair => Literal(pair.Value, table.Column(pair.Key).Type)));
        var insert = $"INSERT INTO {table.Name} ({columns}) VALUES ({values})";
        return database.RefusalAsync(keep ? insert : $"BEGIN; {insert}; ROLLBACK", cancel);
    }

    private static InvalidOperationException Refused(Table table, string why) =>
        new($"No row could be made up for {table.Name}: {why}. Put rows for it into seed<version>.sql beside the migrations.");
}
