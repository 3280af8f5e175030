using System.Net.Sockets;
using ServiceHost.Processes;

namespace ServiceHost.Health;

/// <summary>A service that takes a connection is healthy: for what speaks no HTTP.</summary>
internal sealed class TcpProbe(int port, IRunningProcess process) : SocketProbe(port, process)
{
    private readonly int _port = port;

    /// <inheritdoc />
    protected override string Question => $"a connection to port {_port}";

    /// <inheritdoc />
    protected override Task<HealthLook> AskAsync(Socket socket, CancellationToken cancel) =>
        Task.FromResult(new HealthLook(IsHealthy: true, $"port {_port} took a connection"));
}
