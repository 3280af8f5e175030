using IntegrationSuite.ServiceHost.Health;

namespace IntegrationSuite.ServiceHost.Containers;

/// <summary>The ports of a container. No process of the run's listens on them: the engine's proxy does, or the kernel leads there without any listener. A port that the engine has published is its own, so the container need only run.</summary>
/// <param name="container">The container.</param>
/// <param name="published">The ports in it, by those of this machine.</param>
internal sealed class PublishedPorts(ServiceContainer container, IReadOnlyDictionary<int, int> published) : IPortCheck
{
    private bool _runs;

    /// <inheritdoc />
    public IHealthProbe Tcp(int port) => new ForwardedTcpProbe(port, this);

    /// <inheritdoc />
    public async Task<string?> ObstacleAsync(int port, CancellationToken cancel)
    {
        try
        {
            _runs = _runs || await container.IsRunningAsync().WaitAsync(cancel); // its end is the end of the client
            return _runs ? null : $"the container '{container.Name}' does not run";
        }
        catch (EngineException e)
        {
            return e.Message;
        }
    }

    /// <inheritdoc />
    public async Task<string?> NotListeningAsync(int port, CancellationToken cancel)
    {
        var look = await Tcp(port).LookAsync(cancel);
        return look.IsHealthy
            ? null
            : look.Seen ?? $"in its container nothing listens on port {published[port]}, to which port {port} leads";
    }
}
