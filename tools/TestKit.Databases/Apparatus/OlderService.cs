using Npgsql;
using static IntegrationSuite.TestKit.Databases.TestSql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A table as the service of an older version sees it.</summary>
/// <param name="Name">Its name, quoted for SQL.</param>
/// <param name="Columns">The columns that it names, quoted for SQL.</param>
/// <param name="IsNarrowed">It writes what the newer version demands, and not all that the older would have taken.</param>
internal sealed record OlderView(string Name, IReadOnlyList<string> Columns, bool IsNarrowed)
{
    public string List => string.Join(", ", Columns);
}

/// <summary>What a service of an older version does in a database of a newer.</summary>
/// <param name="old">A database of the older version, for the rows that it writes.</param>
/// <param name="now">The same rows, migrated.</param>
/// <param name="cancel">Calls it off.</param>
internal sealed class OlderService(NpgsqlDataSource old, NpgsqlDataSource now, CancellationToken cancel)
{
    /// <summary>It changes each row, removes it, inserts it anew and reads it.</summary>
    /// <param name="tables">Those that it knows, parents first.</param>
    /// <returns>What it cannot do; empty when it can do all.</returns>
    public async Task<string> WorkAsync(IReadOnlyList<OlderView> tables)
    {
        var known = tables.Where(table => table.Columns.Count > 0).ToList();
        var faults = new List<string>();
        var rows = new Dictionary<OlderView, string>();
        foreach (var table in known)
        {
            faults.AddRange(
                await TryAsync(
                    table,
                    "change",
                    $"UPDATE {table.Name} SET {string.Join(", ", table.Columns.Select(column => $"{column} = {column}"))}"
                )
            );
            rows[table] = await RowsAsync(table.IsNarrowed ? now : old, table);
        }

        foreach (var table in Enumerable.Reverse(known))
        {
            faults.AddRange(await TryAsync(table, "remove", $"DELETE FROM {table.Name}"));
        }

        foreach (var table in known)
        {
            var inserted = await TryAsync(
                table,
                "insert",
                $"INSERT INTO {table.Name} ({table.List}) SELECT {table.List} FROM jsonb_populate_recordset(NULL::{table.Name}, {Literal(rows[table], "jsonb")})"
            );
            faults.AddRange(
                inserted.Count == 0 && await RowsAsync(now, table) != rows[table]
                    ? [$"The version before reads other rows in {table.Name} than it wrote."]
                    : inserted
            );
        }

        return string.Join(Environment.NewLine, faults);
    }

    private async Task<IReadOnlyList<string>> TryAsync(OlderView table, string what, string sql) =>
        await now.RefusalAsync(sql, cancel) is { } refusal
            ? [$"The version before can't {what} rows of {table.Name}: {refusal.MessageText}."]
            : [];

    private async Task<string> RowsAsync(NpgsqlDataSource database, OlderView table) =>
        (
            await database.ListAsync<string>(
                $"SELECT coalesce(jsonb_agg(to_jsonb(r) ORDER BY r::text), '[]')::text FROM (SELECT {table.List} FROM {table.Name}) r",
                cancel
            )
        ).Single();
}
