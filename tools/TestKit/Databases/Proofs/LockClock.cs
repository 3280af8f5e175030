using System.Diagnostics;
using Npgsql;

namespace TestKit.Databases.Proofs;

/// <summary>Tells how much time passed between two looks at the locks.</summary>
/// <param name="Pass">Lets some time pass.</param>
/// <param name="Reckon">What to take a round (a look and a pause) for, given its length by the wall clock.</param>
internal sealed record LockClock(Func<NpgsqlConnection, Task> Pass, Func<TimeSpan, TimeSpan> Reckon)
{
    /// <summary>What a round of <see cref="Work"/> takes on an idle machine: the median of 200 on two cores at 2.1 GHz was 15 ms.</summary>
    private static readonly TimeSpan s_idleRound = TimeSpan.FromMilliseconds(15);

    /// <summary>The time as it is.</summary>
    public static LockClock Wall { get; } = new(_ => Task.Delay(5), round => round);

    /// <summary>The time that it would have been on an idle machine. Steady work in a session beside the migration's: on a busy machine each round of it takes as much longer as the migration does.</summary>
    public static LockClock Work { get; } = new(WorkAsync, round => round < s_idleRound ? round : s_idleRound);

    /// <summary>Measures a round of <see cref="Work"/>.</summary>
    public static async Task<TimeSpan> RoundAsync(NpgsqlConnection connection)
    {
        var start = Stopwatch.GetTimestamp();
        await WorkAsync(connection);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task WorkAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT sum(n) FROM generate_series(1, 100000) n", connection);
        await command.ExecuteScalarAsync();
    }
}
