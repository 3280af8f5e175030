using System.Collections.Concurrent;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Postgres;
using IntegrationSuite.ServiceHost.Postgres.Servers;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>The databases of a run: starts a server when a service wants one, and prepares each service's database on it.</summary>
internal sealed class RunDatabases(RunSetup setup)
{
    private static readonly TimeSpan s_lastMoments = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, Lazy<Task<string>>> _databases = new();
    private Task<IDatabaseServer>? _server;

    /// <summary>Begins to start the server, if any of these services wants a database.</summary>
    public void Begin(IEnumerable<ServiceEntry> services, CancellationToken cancel)
    {
        if (services.Any(service => service.Database is not null))
        {
            _server = Task.Run(() => StartAsync(cancel), CancellationToken.None);
        }
    }

    /// <summary>Creates and migrates a service's database, if it wants one: once, however many want the same.</summary>
    /// <exception cref="SuiteException">The server or a migration failed.</exception>
    public async Task PrepareAsync(ServiceEntry service, CancellationToken cancel)
    {
        if (service.Database is { } database)
        {
            var url = await _databases.GetOrAdd(database, _ => new(() => PrepareAsync(database, cancel))).Value;
            setup.Board.Update(service.Name, state => state with { DatabaseUrl = url });
        }
    }

    private async Task<string> PrepareAsync(string database, CancellationToken cancel)
    {
        var server = await _server!.WaitAsync(cancel);
        var users = setup.Manifest.Services.Where(service => service.Database == database).ToList();
        var owner = users.Find(service => service.Migrations is not null) ?? users[0];
        var started = TimeProvider.System.GetTimestamp();
        var placeholders = setup.Board.State.Services.First(service => service.Name == owner.Name).Placeholders;
        var url = await PrepareAsync(server, owner, placeholders, cancel);
        setup.Board.Publish(
            RunEventKind.Migrated,
            owner.Name,
            database,
            milliseconds: TimeProvider.System.GetElapsedTime(started).TotalMilliseconds
        );
        return url;
    }

    /// <summary>Stops the server, also one that is just starting.</summary>
    /// <exception cref="SuiteException">It could not be ended.</exception>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (_server is null)
        {
            return;
        }
        await _server.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        if (_server.IsCompletedSuccessfully)
        {
            var server = await _server;
            await server.StopAsync(cancel);
            await server.DisposeAsync();
        }
    }

    // A server that ends closes its connections first: that it ended is the cause, and told once.
    private static async Task<string> PrepareAsync(
        IDatabaseServer server,
        ServiceEntry service,
        IReadOnlyDictionary<string, string> placeholders,
        CancellationToken cancel
    )
    {
        try
        {
            // Another tool's files are applied by that tool: by the service itself, or before it.
            var folder = MigrationFormat.Of(service.Migrator).IsOurs ? service.Migrations : null;
            return await server.PrepareAsync(service.Database!, folder, placeholders, cancel);
        }
        catch (SuiteException e) when (e.Errors[0].Code == ErrorCodes.PostgresUnreachable)
        {
            throw await Task.WhenAny(server.Died, Task.Delay(s_lastMoments, cancel)) == server.Died
                ? new SuiteException(await server.Died)
                : e;
        }
    }

    private async Task<IDatabaseServer> StartAsync(CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        var options = new DatabaseServerOptions(
            setup.Options.PostgresConnectionString,
            setup.Folder.Path,
            setup.Folder.RunId,
            InheritedEnvironment.Read(),
            setup.Options.DynamicPorts ? 0 : setup.Manifest.PostgresPort
        );
        var server = await DatabaseServers.StartAsync(options, setup.Launcher, cancel);
        setup.Board.Update(state => state with { Postgres = server.State });
        setup.Board.Publish(
            RunEventKind.PostgresReady,
            message: "PostgreSQL",
            milliseconds: TimeProvider.System.GetElapsedTime(started).TotalMilliseconds
        );
        _ = NoticeDeathAsync(server, cancel);
        return server;
    }

    private async Task NoticeDeathAsync(IDatabaseServer server, CancellationToken cancel)
    {
        var error = await server.Died;
        if (!cancel.IsCancellationRequested)
        {
            setup.Board.Publish(RunEventKind.ServiceDied, message: error.Message, error: error);
        }
    }
}
