using System.Net.Sockets;
using IntegrationSuite.Migrations;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using Npgsql;

namespace IntegrationSuite.ServiceHost.Postgres.Shared;

/// <summary>A server that was given. The run makes databases of its own on it and drops them; nothing else is touched.</summary>
internal sealed class GivenServer : IDatabaseServer
{
    private const int ConnectSeconds = 4;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly ServerDatabases _databases;
    private readonly RunMark _mark;
    private bool _stopped;

    private GivenServer(ServerDatabases databases, RunMark mark)
    {
        _databases = databases;
        _mark = mark;
        State = new PostgresState(Process: null, databases.Url, DataDirectory: null, Log: null);
    }

    public PostgresState State { get; }

    public Task<SuiteError> Died { get; } = new TaskCompletionSource<SuiteError>().Task;

    /// <summary>Connects, and drops the databases that dead runs left there.</summary>
    /// <exception cref="SuiteException">The server can't be reached or refuses.</exception>
    public static async Task<IDatabaseServer> ConnectAsync(string given, string runId, CancellationToken cancel)
    {
        var address = Read(given);
        var mark = new RunMark(runId, ProcessIdentities.Own);
        var databases = new ServerDatabases(address, mark);
        try
        {
            await databases.DropAsync(RunMark.IsOfDeadRun, cancel);
            return new GivenServer(databases, mark);
        }
        catch (Exception e) when (e is NpgsqlException or SocketException)
        {
            await databases.DisposeAsync();
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.PostgresUnreachable,
                    $"The PostgreSQL server given in PostgresConnectionString ({PostgresAddress.Describe(address)}) can't be used: {(e.InnerException ?? e).Message.TrimEnd('.')}. Check address, user and password, or leave it out: the suite then starts a server of its own."
                )
            );
        }
    }

    public Task<string> PrepareAsync(
        string database,
        string? migrationsFolder,
        IReadOnlyDictionary<string, string> placeholders,
        CancellationToken cancel
    ) => _databases.PrepareAsync(database, migrationsFolder, placeholders, cancel);

    public async Task StopAsync(CancellationToken cancel)
    {
        _stopped = true;
        using var patience = new CancellationTokenSource(s_patience); // in a hurry too: what is not dropped now stays on somebody's server
        try
        {
            await _databases.DropAsync(comment => comment == _mark.Comment, patience.Token);
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or OperationCanceledException)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.PostgresLeft,
                    $"The run's databases can't be dropped from the server that was given: {(e.InnerException ?? e).Message.TrimEnd('.')}. The next run on that server drops them."
                )
            );
        }
        finally
        {
            await _databases.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_stopped)
        {
            await StopAsync(CancellationToken.None);
        }
    }

    private static NpgsqlConnectionStringBuilder Read(string given)
    {
        try
        {
            var address = PostgresAddress.Parse(given);
            address.Database ??= "postgres";
            address.Timeout = ConnectSeconds;
            return address;
        }
        catch (MigrationException e)
        {
            throw e.ToSuiteException();
        }
    }
}
