using ServiceHost.Client;
using ServiceHost.Postgres;
using ServiceHost.Processes;
using ServiceHost.State;
using ServiceHost.Watch;

namespace Pipeline.Postgres;

/// <summary>A private PostgreSQL server, as a run has one. A watchdog ends it if the tests are killed.</summary>
internal sealed class ScratchServer : IAsyncDisposable
{
    private static readonly Lazy<Task<ScratchServer>> s_shared = new(() => StartAsync());

    private readonly string _artifacts;
    private readonly WatchdogLink _watchdog;

    private ScratchServer(string artifacts, WatchdogLink watchdog, IDatabaseServer server)
    {
        _artifacts = artifacts;
        _watchdog = watchdog;
        Server = server;
    }

    /// <summary>The one on which tests make their databases, started by the first that wants it.</summary>
    public static Task<ScratchServer> Shared => s_shared.Value;

    public IDatabaseServer Server { get; }

    /// <summary>Starts one.</summary>
    /// <param name="given">A server to use instead of a private one.</param>
    /// <param name="environment">What differs from this process's environment.</param>
    public static async Task<ScratchServer> StartAsync(string? given = null, params (string Name, string Value)[] environment)
    {
        var artifacts = Directory.CreateTempSubdirectory("servicehost-scratch-").FullName;
        var folder = new RunFolder(new LaunchOptions { Manifest = "", ServiceHost = "", ArtifactsDirectory = artifacts });
        Directory.CreateDirectory(folder.Path);
        var variables = InheritedEnvironment.Read();
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        var watchdog = new WatchdogLink(folder, _ => { });
        try
        {
            var options = new DatabaseServerOptions(given, folder.Path, folder.RunId, variables);
            return new ScratchServer(artifacts, watchdog, await DatabaseServers.StartAsync(options, new RunLauncher(folder.RunId, watchdog), CancellationToken.None));
        }
        catch
        {
            watchdog.Dispose();
            Directory.Delete(artifacts, recursive: true);
            throw;
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

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _watchdog.Dispose();
        Directory.Delete(_artifacts, recursive: true);
    }
}
