using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Supervision;

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
    public static RunState WithPorts(RunState state, ServiceManifest manifest, IReadOnlyList<ServicePort> ports)
    {
        var given = ports.ToLookup(port => port.Service);
        var health = manifest.Services.ToDictionary(service => service.Name, service => service.Health);
        return state with
        {
            Services =
            [
                .. state.Services.Select(service =>
                    given[service.Name].FirstOrDefault() is { } first
                        ? service with
                        {
                            Port = first.Number,
                            Ports = ServicePort.ByName(given[service.Name]),
                            Url = UrlOf(first.Number, health[service.Name]),
                        }
                        : service
                ),
            ],
        };
    }

    /// <summary>Adds what a service said of itself when it became healthy; its port, when it chose that itself.</summary>
    public static ServiceState WithTold(ServiceState state, ServiceEntry service, IReadOnlyDictionary<string, string> told) =>
        service.Health is LogHealth { TellsPort: true } && int.Parse(told[LogHealth.PortGroup], CultureInfo.InvariantCulture) is var port
            ? state with
            {
                Told = told,
                Port = port,
                Url = UrlOf(port, service.Health),
            }
            : state with
            {
                Told = told,
            };

    private static ServiceState Service(ServiceEntry service, LaunchOptions options, RunFolder folder)
    {
        var elsewhere = options.ServiceUrls.GetValueOrDefault(service.Name);
        return new ServiceState(
            service.Name,
            service.Title,
            elsewhere?.TrimEnd('/') ?? UrlOf(service.Port, service.Health),
            elsewhere is null ? service.Port : new Uri(elsewhere).Port,
            elsewhere is null ? RunPhase.Pending : RunPhase.Ready,
            Process: null,
            folder.LogOf(service.Name),
            DatabaseUrl: null,
            service.Migrations,
            Exit: null,
            Instrumented: options.Staged.ContainsKey(service.Name)
                || (options.CoverageDirectory is not null && service is { Command: not null, Coverage.IsMeasured: true })
        )
        {
            Ports = elsewhere is null ? service.Ports : new Dictionary<string, int>(),
            Migrator = service.Migrator,
            OpenApi = service.OpenApi,
            HealthPath = (service.Health as HttpHealth)?.Path,
            Gates = service.Gates.With(options.Gates),
            Latency = service.Latency,
            Placeholders = MigrationPlaceholders.Of(service),
        };
    }

    /// <summary>A base address on this machine.</summary>
    /// <returns>Null without a port.</returns>
    public static string? UrlOf(int port, HealthCheck health) =>
        port == 0 ? null : $"{(health is HttpHealth { IsHttps: true } ? "https" : "http")}://127.0.0.1:{port}";
}
