using System.Net.Sockets;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>A service that takes a connection is healthy: for what speaks no HTTP.</summary>
internal sealed class TcpProbe(int port, IPortCheck check) : SocketProbe(port, check)
{
    private readonly int _port = port;

    /// <inheritdoc />
    protected override string Question => $"a connection to port {_port}";

    /// <inheritdoc />
    protected override Task<HealthLook> AskAsync(Socket socket, CancellationToken cancel) =>
        Task.FromResult(new HealthLook(IsHealthy: true, $"port {_port} took a connection"));
}
