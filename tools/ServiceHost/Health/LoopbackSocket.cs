using System.Net;
using System.Net.Sockets;

namespace IntegrationSuite.ServiceHost.Health;

/// <summary>Connects to a port of this machine without an exception when nobody listens, as most looks find.</summary>
internal static class LoopbackSocket
{
    /// <summary>Connects.</summary>
    /// <returns>Whether somebody took the connection.</returns>
    public static async Task<bool> ConnectAsync(Socket socket, int port, CancellationToken cancel)
    {
        // Where the service's port is one of those for outgoing connections, the system may give this one that very port: it would
        // meet itself there, and its end would hold the port for a minute. Bound, but not connected, it is in nobody's way.
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        if (((IPEndPoint)socket.LocalEndPoint!).Port == port)
        {
            return false;
        }
        var done = new TaskCompletionSource<SocketError>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var request = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        request.Completed += (_, end) => done.SetResult(end.SocketError);
        return (socket.ConnectAsync(request) ? await done.Task.WaitAsync(cancel) : request.SocketError) == SocketError.Success;
    }
}
