using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Postgres.Shared;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Postgres.Private;

/// <summary>A server of the run's own.</summary>
internal sealed class PrivateServer : IDatabaseServer
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly IRunningProcess _process;
    private readonly ServerDatabases _databases;
    private readonly DataDirectory? _data;
    private readonly ProcessSignal _stopSignal;
    private readonly TaskCompletionSource<SuiteError> _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _stopping;

    /// <param name="process">Its process.</param>
    /// <param name="databases">Its databases.</param>
    /// <param name="data">What is removed at the end.</param>
    /// <param name="log">Its log.</param>
    /// <param name="stopSignal">What stops it.</param>
    public PrivateServer(IRunningProcess process, ServerDatabases databases, DataDirectory? data, string log, ProcessSignal stopSignal)
    {
        _process = process;
        _stopSignal = stopSignal;
        (_databases, _data) = (databases, data);
        State = new PostgresState(process.Identity, databases.Url, data?.Path, log);
        _ = WatchAsync();
    }

    public PostgresState State { get; }

    public Task<SuiteError> Died => _died.Task;

    public Task<string> PrepareAsync(
        string database,
        string? migrationsFolder,
        IReadOnlyDictionary<string, string> placeholders,
        CancellationToken cancel
    ) => _databases.PrepareAsync(database, migrationsFolder, placeholders, cancel);

    public async Task StopAsync(CancellationToken cancel)
    {
        _stopping = true;
        _process.Signal(_stopSignal);
        if (await Task.WhenAny(_process.Exited, Task.Delay(s_patience, cancel)) != _process.Exited)
        {
            _process.SignalGroup(ProcessSignal.Kill);
            await EndAsync();
        }

        await _databases.DisposeAsync();
        RemoveData();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopping)
        {
            await StopAsync(CancellationToken.None);
        }
    }

    private void RemoveData()
    {
        try
        {
            _data?.Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.PostgresLeft,
                    $"PostgreSQL's data directory '{_data!.Path}' can't be removed: {e.Message}",
                    Log: State.Log
                )
            );
        }
    }

    // However hurried the stop is: only after the process are its data and its memory free to be removed.
    private async Task EndAsync()
    {
        if (await Task.WhenAny(_process.Exited, Task.Delay(s_patience)) != _process.Exited)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.ProcessLeft,
                    $"PostgreSQL can't be ended: process {State.Process!.Pid} survived SIGKILL.",
                    Log: State.Log
                )
            );
        }
    }

    private async Task WatchAsync()
    {
        var code = await _process.Exited;
        if (!_stopping)
        {
            _died.SetResult(
                new SuiteError(ErrorCodes.PostgresDied, $"The run's PostgreSQL server ended by itself with code {code}.", Log: State.Log)
            );
        }
    }
}
