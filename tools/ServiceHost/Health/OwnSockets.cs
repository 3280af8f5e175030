using IntegrationSuite.ServiceHost.Ports;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>A port leads to a service if a process of its session listens there.</summary>
/// <param name="process">The service.</param>
internal sealed class OwnSockets(IRunningProcess process) : IPortCheck
{
    /// <inheritdoc />
    public IHealthProbe Tcp(int port) => new TcpProbe(port, this);

    /// <inheritdoc />
    public Task<string?> ObstacleAsync(int port, CancellationToken cancel) => ListenSnapshot.ObstacleAsync(port, process).WaitAsync(cancel);

    /// <inheritdoc />
    public Task<string?> NotListeningAsync(int port, CancellationToken cancel) => ObstacleAsync(port, cancel);
}
