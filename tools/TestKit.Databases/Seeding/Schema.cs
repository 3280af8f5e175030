using Npgsql;

namespace IntegrationSuite.TestKit.Databases.Seeding;

/// <summary>The tables of a database.</summary>
public static class Schema
{
    /// <summary>Not PostgreSQL's own: to read their 3,000 columns took longer than all else.</summary>
    private const string From = """
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT LIKE 'pg\_%' AND n.nspname <> 'information_schema' AND c.relname <> 'changelog'
        """;

    private const string TablesSql = $"SELECT c.oid::bigint, quote_ident(n.nspname) || '.' || quote_ident(c.relname) {From} ORDER BY 2";

    private const string ColumnsSql = $"""
        SELECT attrelid::bigint, attname::text, format_type(atttypid, atttypmod), NOT attnotnull, attgenerated <> '' OR attidentity = 'a',
               ARRAY(SELECT enumlabel::text FROM pg_enum WHERE enumtypid = atttypid ORDER BY enumsortorder)
        FROM pg_attribute WHERE attnum > 0 AND NOT attisdropped AND attrelid IN (SELECT c.oid {From}) ORDER BY attrelid, attnum
        """;

    private const string ConstraintsSql = $"""
        SELECT conrelid::bigint, conname::text, contype::text, pg_get_constraintdef(oid),
               ARRAY(SELECT attname::text FROM unnest(conkey) WITH ORDINALITY k (number, place) JOIN pg_attribute ON attrelid = conrelid AND attnum = k.number ORDER BY place),
               confrelid::bigint,
               ARRAY(SELECT attname::text FROM unnest(confkey) WITH ORDINALITY k (number, place) JOIN pg_attribute ON attrelid = confrelid AND attnum = k.number ORDER BY place),
               confdeltype::text
        FROM pg_constraint WHERE contype IN ('c', 'f') AND conrelid IN (SELECT c.oid {From})
        UNION ALL
        SELECT indrelid::bigint, indexrelid::regclass::text, 'u', pg_get_indexdef(indexrelid),
               ARRAY(SELECT DISTINCT attname::text FROM pg_attribute WHERE attrelid = indrelid
                     AND (attnum = ANY (indkey) OR attnum IN (SELECT refobjsubid FROM pg_depend WHERE objid = indexrelid AND refobjid = indrelid AND refobjsubid > 0))),
               0, ARRAY[]::text[], ' '
        FROM pg_index WHERE indisunique AND indrelid IN (SELECT c.oid {From})
        """;

    /// <summary>The tables, those that others refer to first.</summary>
    public static async Task<IReadOnlyList<Table>> ReadAsync(NpgsqlDataSource database, CancellationToken cancel = default)
    {
        var names = (await ReadAsync(database, TablesSql, row => (Id: row.GetInt64(0), Name: row.GetString(1)), cancel)).ToDictionary(
            table => table.Id,
            table => table.Name
        );
        var columns = await ReadAsync(database, ColumnsSql, ReadColumn, cancel);
        var constraints = await ReadAsync(database, ConstraintsSql, row => ReadConstraint(row, names), cancel);
        var columnsOf = columns.ToLookup(entry => entry.Table, entry => entry.Column);
        var constraintsOf = constraints.ToLookup(entry => entry.Table, entry => entry.Constraint);
        return ParentsFirst([.. names.Select(table => new Table(table.Value, [.. columnsOf[table.Key]], [.. constraintsOf[table.Key]]))]);
    }

    private static (long Table, Column Column) ReadColumn(NpgsqlDataReader row) =>
        (
            row.GetInt64(0),
            new Column(row.GetString(1), row.GetString(2), row.GetBoolean(3), row.GetBoolean(4), row.GetFieldValue<string[]>(5))
        );

    private static (long Table, Constraint Constraint) ReadConstraint(NpgsqlDataReader row, Dictionary<long, string> names)
    {
        var kind = row.GetString(2) switch
        {
            "c" => ConstraintKind.Check,
            "f" => ConstraintKind.ForeignKey,
            _ => ConstraintKind.Unique,
        };
        return (
            row.GetInt64(0),
            new Constraint(
                row.GetString(1),
                kind,
                row.GetString(3),
                row.GetFieldValue<string[]>(4),
                names.GetValueOrDefault(row.GetInt64(5)),
                row.GetFieldValue<string[]>(6),
                row.GetString(7)[0]
            )
        );
    }

    private static List<Table> ParentsFirst(List<Table> tables)
    {
        var sorted = new List<Table>();
        while (tables.Count > 0)
        {
            var next =
                tables.Find(table =>
                    table.ForeignKeys.All(key => key.References == table.Name || sorted.Exists(done => done.Name == key.References))
                ) ?? tables[0];
            sorted.Add(next);
            tables.Remove(next);
        }

        return sorted;
    }

    private static async Task<List<T>> ReadAsync<T>(
        NpgsqlDataSource database,
        string sql,
        Func<NpgsqlDataReader, T> map,
        CancellationToken cancel
    )
    {
        var rows = new List<T>();
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(map(reader));
        }

        return rows;
    }
}
