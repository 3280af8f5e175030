using System.Text.Json.Nodes;
using Npgsql;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Seeding;

/// <summary>The rows of every table.</summary>
public sealed class RowSnapshot
{
    private readonly IReadOnlyList<Table> _tables;
    private readonly Dictionary<string, IReadOnlyList<string>> _rows;

    private RowSnapshot(IReadOnlyList<Table> tables, Dictionary<string, IReadOnlyList<string>> rows)
    {
        _tables = tables;
        _rows = rows;
    }

    /// <summary>Reads them; computed columns are not data.</summary>
    public static async Task<RowSnapshot> ReadAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var tables = await Schema.ReadAsync(database, cancel);
        var rows = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in tables)
        {
            rows[table.Name] = await RowsAsync(database, table.Name, table.Writable.Select(column => column.Name), cancel);
        }

        return new RowSnapshot(tables, rows);
    }

    /// <summary>What of these rows a database no longer holds, a line each. Columns and tables that came since do not matter.</summary>
    public async Task<IReadOnlyList<string>> LostInAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var lost = new List<string>();
        var now = (await Schema.ReadAsync(database, cancel)).ToDictionary(table => table.Name);
        foreach (var table in _tables)
        {
            var gone = now.TryGetValue(table.Name, out var left)
                ? table
                    .Writable.Select(column => column.Name)
                    .Except(left.Columns.Select(column => column.Name))
                    .Select(column => $"column {table.Name}.{column} is gone")
                    .ToList()
                : [$"table {table.Name} is gone"];
            lost.AddRange(gone.Count > 0 ? gone : await LostRowsAsync(database, table, cancel));
        }

        return lost;
    }

    /// <summary>How many rows a table has.</summary>
    public int Count(string table) => _rows.TryGetValue(table, out var rows) ? rows.Count : 0;

    /// <summary>The tables whose rows are others in another snapshot.</summary>
    public IReadOnlyList<string> DifferingTables(RowSnapshot other) =>
        [
            .. _rows
                .Keys.Union(other._rows.Keys)
                .Where(table => !_rows.GetValueOrDefault(table, []).SequenceEqual(other._rows.GetValueOrDefault(table, [])))
                .Order(StringComparer.Ordinal),
        ];

    private async Task<IEnumerable<string>> LostRowsAsync(NpgsqlDataSource database, Table table, CancellationToken cancel)
    {
        var rows = await RowsAsync(database, table.Name, table.Writable.Select(column => column.Name), cancel);
        var left = rows.Select(Parse).ToList();
        return _rows[table.Name]
            .Except(rows)
            .Where(row => !left.Exists(now => Keeps(now, Parse(row))))
            .Select(row => $"{table.Name} lost {row}");
    }

    /// <summary>What had no value may get one; nothing is lost by that.</summary>
    private static bool Keeps(JsonObject now, JsonObject then) =>
        then.All(value => value.Value is null || JsonNode.DeepEquals(value.Value, now[value.Key]));

    private static JsonObject Parse(string row) => JsonNode.Parse(row)!.AsObject();

    private static Task<IReadOnlyList<string>> RowsAsync(
        NpgsqlDataSource database,
        string table,
        IEnumerable<string> columns,
        CancellationToken cancel
    ) =>
        database.ListAsync<string>(
            $"SELECT to_jsonb(r)::text FROM (SELECT {string.Join(", ", columns.Select(QuoteName))} FROM {table}) r ORDER BY 1",
            cancel
        );
}
