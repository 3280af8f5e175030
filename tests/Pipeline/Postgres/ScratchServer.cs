using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres;
using IntegrationSuite.ServiceHost.Postgres.Servers;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Watch;
using Pipeline.Systems;

namespace Pipeline.Postgres;

/// <summary>A private PostgreSQL server, as a run has one. A watchdog ends it if the tests are killed.</summary>
internal sealed class ScratchServer : IAsyncDisposable
{
    private static readonly Lazy<Task<ScratchServer>> s_shared = new(() => StartAsync());

    private readonly Func<Task> _end;

    private ScratchServer(IDatabaseServer server, Func<Task> end) => (Server, _end) = (server, end);

    /// <summary>The one on which tests make their databases, started by the first that wants it.</summary>
    public static Task<ScratchServer> Shared => s_shared.Value;

    public IDatabaseServer Server { get; }

    /// <summary>Starts one on a port of the test's choice.</summary>
    public static Task<ScratchServer> StartAsync(int port) => StartAsync(port, given: null);

    /// <summary>Starts one.</summary>
    /// <param name="given">A server to use instead of a private one.</param>
    /// <param name="environment">What differs from this process's environment.</param>
    public static Task<ScratchServer> StartAsync(string? given = null, params (string Name, string Value)[] environment) =>
        StartAsync(0, given, environment);

    private static async Task<ScratchServer> StartAsync(int port, string? given, params (string Name, string Value)[] environment)
    {
        var artifacts = Directory.CreateTempSubdirectory("servicehost-scratch-").FullName;
        var folder = new RunFolder(
            new LaunchOptions
            {
                Manifest = "",
                ServiceHost = "",
                ArtifactsDirectory = artifacts,
            }
        );
        Directory.CreateDirectory(folder.Path);
        var variables = InheritedEnvironment.Read();
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        ProcessIdentity? watching = null;
        var watchdog = new WatchdogLink(folder, started => watching = started);
        try
        {
            var options = new DatabaseServerOptions(given, folder.Path, folder.RunId, variables, port);
            return new ScratchServer(
                await DatabaseServers.StartAsync(options, new RunLauncher(folder.RunId, watchdog), CancellationToken.None),
                EndAsync
            );
        }
        catch
        {
            await EndAsync();
            throw;
        }

        // The watchdog may still be starting, and writes into the folder.
        async Task EndAsync()
        {
            watchdog.Dispose();
            await Until.TrueAsync(() => watching?.IsAlive() != true, () => "The watchdog does not end.");
            Directory.Delete(artifacts, recursive: true);
        }
    }

    /// <summary>Stops the shared one.</summary>
    public static async Task StopSharedAsync()
    {
        if (s_shared.IsValueCreated)
        {
            await (await s_shared.Value).DisposeAsync();
        }
    }

    /// <summary>A database on it, migrated if there is a folder of migrations.</summary>
    public Task<string> PrepareAsync(string database, string? migrationsFolder = null) =>
        Server.PrepareAsync(database, migrationsFolder, new Dictionary<string, string>(), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _end();
    }
}
