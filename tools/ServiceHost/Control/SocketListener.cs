using System.Net.Sockets;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Control;

/// <summary>A Unix socket in a private folder. Only this user and root are heard.</summary>
internal sealed class SocketListener : IControlListener
{
    private const int Waiting = 128;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    /// <summary>Listens from now on.</summary>
    public SocketListener(string path)
    {
        _socket.Bind(new UnixDomainSocketEndPoint(path));
        _socket.Listen(Waiting);
    }

    /// <inheritdoc />
    public async Task<Stream?> AcceptAsync(CancellationToken cancel)
    {
        try
        {
            var connected = await _socket.AcceptAsync(cancel);
            if (PeerUser.IsTrusted(connected))
            {
                return new NetworkStream(connected, ownsSocket: true);
            }
            connected.Dispose();
        }
        catch (SocketException)
        {
            await Task.Delay(s_pause, cancel); // broken before it was taken, or no descriptor left: the next may do better
        }
        return null;
    }

    /// <summary>Ends, and removes the socket's file.</summary>
    public void Dispose() => _socket.Dispose();
}
