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
internal sealed record RunSetup(LaunchOptions Options, ServiceManifest Manifest, RunFolder Folder, RunBoard Board, IProcessLauncher Launcher)
{
    /// <summary>Seconds a service may take to become healthy.</summary>
    public TimeSpan StartTimeout(ServiceEntry service) => TimeSpan.FromSeconds(service.StartTimeout ?? Options.StartTimeout);

    /// <summary>Seconds a service may take to stop when asked.</summary>
    public TimeSpan StopTimeout(ServiceEntry service) => TimeSpan.FromSeconds(service.StopTimeout ?? Options.StopTimeout);
}
