using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.Processes;
using ServiceHost.State;

namespace ServiceHost.Supervision;

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

    /// <summary>Seconds a service may take to become healthy.</summary>
    public TimeSpan StartTimeout(ServiceEntry service) => TimeSpan.FromSeconds(service.StartTimeout ?? Options.StartTimeout);

    /// <summary>Seconds a service may take to stop when asked.</summary>
    public TimeSpan StopTimeout(ServiceEntry service) => TimeSpan.FromSeconds(service.StopTimeout ?? Options.StopTimeout);
}
