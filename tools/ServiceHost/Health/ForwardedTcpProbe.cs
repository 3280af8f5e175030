using System.Net.Sockets;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>A service behind somebody else's socket is healthy once a connection stays open for a while, or once it says something: a proxy takes connections before the service listens, and closes them at once then.</summary>
internal sealed class ForwardedTcpProbe(int port, IPortCheck check) : SocketProbe(port, check)
{
    // A proxy that is refused closes within a millisecond; this leaves room for a busy machine.
    private static readonly TimeSpan s_while = TimeSpan.FromMilliseconds(500);

    private readonly int _port = port;

    /// <inheritdoc />
    protected override string Question => $"a connection to port {_port}";

    /// <inheritdoc />
    protected override async Task<HealthLook> AskAsync(Socket socket, CancellationToken cancel)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        silence.CancelAfter(s_while);
        try
        {
            return await socket.ReceiveAsync(new byte[1], silence.Token) > 0
                ? new HealthLook(IsHealthy: true, $"port {_port} said something")
                : HealthLook.Unhealthy($"{Question} was taken and closed at once, as by a proxy in front of nobody");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new HealthLook(IsHealthy: true, $"port {_port} took a connection");
        }
    }
}
