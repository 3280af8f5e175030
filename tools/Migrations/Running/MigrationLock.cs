using System.Diagnostics;
using Npgsql;

namespace IntegrationSuite.Migrations.Running;

/// <summary>Evolve's session lock on a database. It ends with the connection, however that ends.</summary>
internal static class MigrationLock
{
    /// <summary>Evolve's key.</summary>
    private const string Take = "SELECT pg_try_advisory_lock(12345)";

    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until the lock is ours. It asks again and again instead of queueing in the server: a queueing session's snapshot would hold up a <c>CREATE INDEX CONCURRENTLY</c> of the lock's holder for ever.</summary>
    /// <exception cref="MigrationException">Another held it for too long.</exception>
    public static async Task TakeAsync(NpgsqlConnection connection, TimeSpan timeout, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        var pause = TimeSpan.FromMilliseconds(5);
        while (!await ScalarAsync<bool>(connection, Take, cancel))
        {
            if (waited.Elapsed >= timeout)
            {
                throw new MigrationException(
                    new MigrationProblem(MigrationCodes.LockTimeout, await DescribeHolderAsync(connection, timeout, cancel))
                );
            }

            await Task.Delay(pause, cancel);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    private static async Task<string> DescribeHolderAsync(NpgsqlConnection connection, TimeSpan timeout, CancellationToken cancel)
    {
        var holder = await ScalarAsync<string?>(
            connection,
            """
            SELECT format('%s (user %s%s, server process %s, connected %s s ago, %s)', coalesce(nullif(application_name, ''), 'an unnamed program'), usename,
                          ' at ' || host(client_addr), pid, round(extract(epoch FROM now() - backend_start)), state)
            FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory' AND classid = 0 AND objid = 12345 AND objsubid = 1 AND granted
              AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """,
            cancel
        );
        return $"Another runner has held the migration lock of database '{connection.Database}' for {timeout.TotalSeconds:0.#} s: {holder ?? "it has just let go"}. Wait for it, or end its session with pg_terminate_backend.";
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }
}
