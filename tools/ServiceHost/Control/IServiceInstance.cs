namespace IntegrationSuite.ServiceHost.Control;

/// <summary>A second instance of a service, as the connection that keeps it sees it. Disposing it stops it.</summary>
internal interface IServiceInstance : IAsyncDisposable
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>Its port.</summary>
    int Port { get; }
}
