namespace IntegrationSuite.ServiceHost.Health;

/// <summary>Tells whether a port of 127.0.0.1 leads to a service.</summary>
internal interface IPortCheck
{
    /// <summary>Sees whether the service takes connections.</summary>
    IHealthProbe Tcp(int port);

    /// <summary>Why a connection that somebody took is not the service's.</summary>
    /// <returns>Null when it is.</returns>
    Task<string?> ObstacleAsync(int port, CancellationToken cancel);

    /// <summary>Why the service can't be reached.</summary>
    /// <returns>Null when it listens.</returns>
    Task<string?> NotListeningAsync(int port, CancellationToken cancel);

    /// <summary>The same of several ports, each of which it must listen on.</summary>
    async Task<string?> NotListeningAsync(IEnumerable<int> ports, CancellationToken cancel)
    {
        foreach (var port in ports)
        {
            if (await NotListeningAsync(port, cancel) is { } obstacle)
            {
                return obstacle;
            }
        }
        return null;
    }
}
