using Npgsql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>Tells how fast the time passes between two looks at the locks.</summary>
/// <param name="PaceAsync">Lets some time pass. Returns how many times slower than an idle one the server was meanwhile.</param>
internal sealed record LockClock(Func<NpgsqlConnection, Task<double>> PaceAsync)
{
    /// <summary>What the statement of <see cref="Work"/> takes when nothing else runs. Of 200 on two cores at a load of 24 the fastest took 9 ms, the median 30 ms.</summary>
    private const double IdleMilliseconds = 9;

    /// <summary>The time as it is.</summary>
    public static LockClock Wall { get; } = new(WaitAsync);

    /// <summary>The time that it would have been on an idle machine: steady work in a session beside the migration's, which a busy machine slows as much as the migration.</summary>
    public static LockClock Work { get; } = new(WorkAsync);

    private static async Task<double> WaitAsync(NpgsqlConnection connection)
    {
        await Task.Delay(5);
        return 1;
    }

    /// <summary>Timed by the server: what the test process waits for its turn is not the server's pace.</summary>
    private static async Task<double> WorkAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "SELECT (extract(epoch FROM clock_timestamp() - statement_timestamp()) * 1000)::float8, sum FROM (SELECT sum(n) FROM generate_series(1, 100000) n) work",
            connection
        );
        return Math.Max(1, (double)(await command.ExecuteScalarAsync())! / IdleMilliseconds);
    }
}
