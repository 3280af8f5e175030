using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Health;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>What all parts of a run know.</summary>
/// <param name="Options">How it was launched.</param>
/// <param name="Manifest">What to start.</param>
/// <param name="Folder">Where it writes.</param>
/// <param name="Board">Its state and events.</param>
/// <param name="Launcher">Starts its processes.</param>
internal sealed record RunSetup(
    LaunchOptions Options,
    ServiceManifest Manifest,
    RunFolder Folder,
    RunBoard Board,
    IProcessLauncher Launcher
)
{
    /// <summary>How often services that start are looked at.</summary>
    public HealthPace Pace { get; } = new();

    /// <summary>As many services are launched at the same moment as there are processors: hundreds at once would keep the looks at those that run from their turn.</summary>
    public SemaphoreSlim Launches { get; } = new(Environment.ProcessorCount);

    /// <summary>Its containers.</summary>
    public RunContainers Containers { get; } = new(Folder.RunId);

    /// <summary>Seconds that the start of a container may take at least: its image may have to be pulled.</summary>
    private const double ContainerTimeout = 180;

    /// <summary>Seconds that a command that ends may take by default: builds and seeds take longer than a start.</summary>
    private const double OneShotTimeout = 300;

    /// <summary>How long a service may take to become healthy, beyond the time that it must have lived for.</summary>
    public TimeSpan StartTimeout(ServiceEntry service) =>
        TimeSpan.FromSeconds(
            (service.StartTimeout ?? DefaultStartTimeout(service)) + (service.Health is AliveHealth alive ? alive.Seconds : 0)
        );

    private double DefaultStartTimeout(ServiceEntry service) =>
        service.Image is null ? Options.StartTimeout : Math.Max(Options.StartTimeout, ContainerTimeout);

    /// <summary>How long a job may take.</summary>
    public static TimeSpan JobTimeout(ServiceEntry job) => TimeSpan.FromSeconds(job.StartTimeout ?? OneShotTimeout);

    /// <summary>How long each command may take that must run before a service starts.</summary>
    public static TimeSpan BeforeTimeout(ServiceEntry service) => TimeSpan.FromSeconds(service.BeforeTimeout ?? OneShotTimeout);

    /// <summary>Seconds a service may take to stop when asked.</summary>
    public TimeSpan StopTimeout(ServiceEntry service) => TimeSpan.FromSeconds(service.StopTimeout ?? Options.StopTimeout);
}
