using Npgsql;

namespace IntegrationSuite.Migrations;

/// <summary>Drops databases that somebody may be connected to.</summary>
public static class DatabaseRemoval
{
    /// <summary>Ends the sessions there that this role may end, its own or as superuser all, and drops the database, if it is there. PostgreSQL waits up to 5 s for others, and for autovacuum.</summary>
    /// <remarks>Not <c>WITH (FORCE)</c>: that is refused to all but superusers while autovacuum is at work there.</remarks>
    /// <param name="server">Connected to another database.</param>
    /// <param name="name">The database.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <exception cref="PostgresException">It is in use by another role, or belongs to one.</exception>
    public static async Task DropAsync(NpgsqlDataSource server, string name, CancellationToken cancel = default)
    {
        await using var connection = await server.OpenConnectionAsync(cancel);
        await using (
            var end = new NpgsqlCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND (usename = current_user OR current_setting('is_superuser') = 'on')",
                connection
            )
        )
        {
            end.Parameters.Add(new NpgsqlParameter { Value = name });
            await end.ExecuteNonQueryAsync(cancel);
        }

        await using var drop = new NpgsqlCommand(
            $"DROP DATABASE IF EXISTS \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            connection
        );
        await drop.ExecuteNonQueryAsync(cancel);
    }
}
