using System.Diagnostics;
using Npgsql;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>Watches how long tables are locked against everybody (<c>ACCESS EXCLUSIVE</c>).</summary>
internal sealed class LockWatch : IAsyncDisposable
{
    private const string Sql = """
        SELECT DISTINCT relation FROM pg_locks
        WHERE mode = 'AccessExclusiveLock' AND granted AND pid <> pg_backend_pid() AND relation = ANY ($1)
          AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        """;

    private readonly NpgsqlConnection _connection;
    private readonly Dictionary<uint, string> _tables;
    private readonly LockClock _clock;
    private readonly Dictionary<uint, TimeSpan> _current = [];
    private readonly Dictionary<uint, TimeSpan> _longest = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _watching = Task.CompletedTask;
    private long _lastLook = Stopwatch.GetTimestamp();

    private LockWatch(NpgsqlConnection connection, Dictionary<uint, string> tables, LockClock clock)
    {
        _connection = connection;
        _tables = tables;
        _clock = clock;
    }

    /// <summary>Begins to watch.</summary>
    public static async Task<LockWatch> StartAsync(
        NpgsqlDataSource database,
        IEnumerable<string> tables,
        LockClock clock,
        CancellationToken cancel
    )
    {
        var connection = await database.OpenConnectionAsync(cancel);
        var ids = new Dictionary<uint, string>();
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand("SELECT $1::regclass::oid", connection)
            {
                Parameters = { new() { Value = table } },
            };
            ids[(uint)(await command.ExecuteScalarAsync(cancel))!] = table;
        }

        var watch = new LockWatch(connection, ids, clock); // blind from here to its first look
        watch._watching = Task.Run(watch.WatchAsync, CancellationToken.None);
        return watch;
    }

    /// <summary>The longest time from one look to the end of the next: a lock held for longer was seen.</summary>
    public TimeSpan Blindest { get; private set; }

    /// <summary>Ends.</summary>
    /// <returns>The longest time that each table was locked at a stretch.</returns>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> StopAsync()
    {
        await _stop.CancelAsync();
        await _watching;
        NoteLook();
        return _longest.ToDictionary(pair => _tables[pair.Key], pair => pair.Value);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _connection.DisposeAsync();
        _stop.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            var start = Stopwatch.GetTimestamp();
            var locked = await LockedAsync();
            NoteLook();
            _lastLook = start;
            var pace = await _clock.PaceAsync(_connection);
            foreach (var table in _tables.Keys)
            {
                Note(table, locked.Contains(table), Stopwatch.GetElapsedTime(start) / pace);
            }
        }
    }

    private void NoteLook() => Blindest = TimeSpan.FromTicks(Math.Max(Blindest.Ticks, Stopwatch.GetElapsedTime(_lastLook).Ticks));

    private void Note(uint table, bool isLocked, TimeSpan passed)
    {
        _current[table] = isLocked ? _current.GetValueOrDefault(table) + passed : TimeSpan.Zero;
        _longest[table] = TimeSpan.FromTicks(Math.Max(_longest.GetValueOrDefault(table).Ticks, _current[table].Ticks));
    }

    private async Task<HashSet<uint>> LockedAsync()
    {
        var locked = new HashSet<uint>();
        await using var command = new NpgsqlCommand(Sql, _connection)
        {
            Parameters =
            {
                new() { Value = _tables.Keys.ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid },
            },
        };
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            locked.Add(reader.GetFieldValue<uint>(0));
        }

        return locked;
    }
}
