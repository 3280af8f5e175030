using Npgsql;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Seeding;

/// <summary>Multiplies the rows of tables that <see cref="Seeder"/> filled.</summary>
public sealed class BulkRows(NpgsqlDataSource database)
{
    /// <summary>The rows are copies of rows that triggers and foreign keys have seen: to ask them 100,000 times more took longer than all else. Where only a superuser may do without, they are asked.</summary>
    private const string Unasked = """
        DO $$ BEGIN
          SET LOCAL session_replication_role = replica;
        EXCEPTION WHEN insufficient_privilege THEN NULL;
        END $$;
        """;

    private readonly HashSet<string> _full = [];

    /// <summary>Brings tables to a number of rows, and those whose keys they share.</summary>
    public async Task FillAsync(IReadOnlyList<Table> tables, IEnumerable<Table> wanted, int rows, CancellationToken cancel)
    {
        foreach (var table in wanted)
        {
            await FillAsync(tables, table, rows, cancel);
        }
    }

    private async Task FillAsync(IReadOnlyList<Table> tables, Table table, int rows, CancellationToken cancel)
    {
        if (!_full.Add(table.Name))
        {
            return;
        }

        var shared = table.ForeignKeys.Where(key => table.Uniques.Any(unique => unique.Columns.All(key.Columns.Contains))).ToList();
        foreach (var key in shared)
        {
            await FillAsync(tables, tables.Single(parent => parent.Name == key.References), rows, cancel);
        }

        await database.ExecuteAsync(Unasked + InsertOf(table, shared, rows), cancel);
        await database.ExecuteAsync($"ANALYZE {table.Name}", cancel);
    }

    private static string InsertOf(Table table, List<Constraint> shared, int rows)
    {
        var foreign = table.ForeignKeys.SelectMany(key => key.Columns).ToHashSet();
        var unique = table.Uniques.SelectMany(constraint => constraint.Columns).ToHashSet();
        var columns = table.Writable.ToList();
        var values = columns.Select(column =>
            shared.Find(key => key.Columns.Contains(column.Name)) is { } key
                ? $"p{shared.IndexOf(key)}.{QuoteName(key.ReferencedColumns[key.Columns.ToList().IndexOf(column.Name)])}"
            : unique.Contains(column.Name) && !foreign.Contains(column.Name) ? Distinct(column)
            : $"base.{QuoteName(column.Name)}"
        );
        var parents = shared.Select(
            (key, i) => $"JOIN (SELECT *, row_number() OVER () AS place FROM {key.References}) p{i} ON p{i}.place = g.n"
        );
        var count = shared.Count == 0 ? $"{rows}" : $"greatest({rows}, (SELECT count(*) FROM {shared[0].References}))"; // every parent gets its row
        return $"""
            WITH base AS MATERIALIZED (SELECT *, row_number() OVER () - 1 AS place FROM {table.Name})
            INSERT INTO {table.Name} ({string.Join(", ", columns.Select(column => QuoteName(column.Name)))})
            SELECT {string.Join(", ", values)}
            FROM generate_series(1, {count}) g(n) JOIN base ON base.place = g.n % (SELECT count(*) FROM base) {string.Join(' ', parents)}
            ON CONFLICT DO NOTHING
            """;
    }

    /// <summary>Another value in every row.</summary>
    private static string Distinct(Column column) =>
        column.Type.Split('(')[0] switch
        {
            "uuid" => "lpad(to_hex(g.n), 32, '0')::uuid", // in order, as an index takes them quickest
            "smallint" or "integer" or "bigint" or "numeric" => "1000 + g.n",
            "text" or "character varying" => $"base.{QuoteName(column.Name)} || ' ' || g.n",
            "timestamp with time zone" or "timestamp without time zone" => $"base.{QuoteName(column.Name)} + g.n * interval '1 second'",
            _ => $"base.{QuoteName(column.Name)}",
        };
}
