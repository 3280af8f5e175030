using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.State;

namespace ServiceHost.Supervision;

/// <summary>The state before anything was started.</summary>
internal static class FirstState
{
    /// <summary>Makes it.</summary>
    public static RunState Of(LaunchOptions options, ServiceManifest manifest, RunFolder folder) =>
        new(
            folder.RunId,
            RunPhase.Starting,
            DateTimeOffset.UtcNow,
            manifest.File,
            folder.ControlPipe,
            ProcessIdentities.Own,
            Watchdog: null,
            options.KeepRunning,
            Postgres: null,
            [.. manifest.Services.Select(service => Service(service, options, folder))]
        )
        {
            SteadyCode = options.SteadyCode,
            Space = ProcessIdentities.Space,
        };

    /// <summary>Gives the services their ports.</summary>
    public static RunState WithPorts(RunState state, IReadOnlyDictionary<string, int> ports) =>
        state with
        {
            Services =
            [
                .. state.Services.Select(service =>
                    ports.TryGetValue(service.Name, out var port) ? service with { Port = port, Url = UrlOf(port) } : service
                ),
            ],
        };

    private static ServiceState Service(ServiceEntry service, LaunchOptions options, RunFolder folder)
    {
        var elsewhere = options.ServiceUrls.GetValueOrDefault(service.Name);
        return new ServiceState(
            service.Name,
            service.Title,
            elsewhere?.TrimEnd('/') ?? UrlOf(service.Port),
            elsewhere is null ? service.Port : new Uri(elsewhere).Port,
            elsewhere is null ? RunPhase.Pending : RunPhase.Ready,
            Process: null,
            folder.LogOf(service.Name),
            DatabaseUrl: null,
            service.Migrations,
            Exit: null,
            Instrumented: options.Staged.ContainsKey(service.Name)
        );
    }

    /// <summary>A base address on this machine.</summary>
    public static string UrlOf(int port) => $"http://127.0.0.1:{port}";
}
