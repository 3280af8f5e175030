using IntegrationSuite.Migrations.Sql;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>Finds indexes that PostgreSQL keeps and does not use, and that a later <c>IF NOT EXISTS</c> takes for built (PostgreSQL, "Building Indexes Concurrently").</summary>
internal static class InvalidIndexes
{
    // Of a partitioned table it is invalid until each partition has its own, which may take several files. One that is being built is not finished.
    private const string Sql = """
        SELECT c.relname::text
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE NOT i.indisvalid AND c.relkind = 'i' AND n.nspname NOT LIKE 'pg\_%'
          AND NOT EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = c.oid)
        ORDER BY 1
        """;

    /// <summary>The names of all that the database has.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var names = new List<string>();
        await using var command = new NpgsqlCommand(Sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    /// <summary>The one that a script has to do with, after it ran.</summary>
    /// <returns>Null when there is none.</returns>
    public static async Task<InvalidIndexException?> FindAsync(NpgsqlConnection connection, string script, CancellationToken cancel)
    {
        if (!script.Contains("INDEX", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = (await ReadAsync(connection, cancel)).FirstOrDefault(name => SqlPosition.OfName(script, name) is not null);
        return name is null ? null : new InvalidIndexException(name);
    }
}

/// <summary>A script ran, and left an index that is invalid.</summary>
/// <param name="index">Its name.</param>
internal sealed class InvalidIndexException(string index) : Exception($"The index {index} is invalid.")
{
    /// <summary>Its name.</summary>
    public string Index => index;
}
