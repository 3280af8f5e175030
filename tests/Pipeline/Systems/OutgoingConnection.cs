using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Pipeline.Systems;

/// <summary>A connection from a port of the test's choice to a listener of its own, as any program's outgoing connection: it keeps the port from others, also after its end.</summary>
internal sealed class OutgoingConnection : IDisposable
{
    private readonly int _port;
    private readonly IPAddress _address;
    private readonly TcpListener _listener;
    private readonly Socket _client;
    private readonly Socket _server;
    private bool _ended;

    /// <summary>Connects.</summary>
    public OutgoingConnection(int port, IPAddress? address = null)
    {
        _port = port;
        var local = new IPEndPoint(address ?? IPAddress.Loopback, port);
        _address = Unmapped(local.Address);
        _listener = new TcpListener(PeerAddress(_address), 0);
        _listener.Start();
        Peer = (IPEndPoint)_listener.LocalEndpoint;
        _client = BoundSocket(local);
        _client.Connect(local.Address.IsIPv4MappedToIPv6 ? new IPEndPoint(Peer.Address.MapToIPv6(), Peer.Port) : Peer);
        _server = _listener.AcceptSocket();
    }

    /// <summary>Its other end.</summary>
    public IPEndPoint Peer { get; }

    /// <summary>A socket on a port, without the SO_REUSEADDR that Socket.Bind sets, and that would share the port.</summary>
    public static Socket BoundSocket(IPEndPoint local)
    {
        var socket = new Socket(local.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        if (local.Address.IsIPv4MappedToIPv6)
        {
            socket.DualMode = true;
        }

        var name = local.Serialize();
        Assert.AreEqual(0, Bind(socket.SafeHandle, name.Buffer.ToArray(), name.Size), $"bind: error {Marshal.GetLastPInvokeError()}");
        return socket;
    }

    /// <summary>Its other end closes it, this one does not: CLOSE_WAIT.</summary>
    public Task EndThereAsync()
    {
        _server.Close();
        return ReachAsync(TcpState.CloseWait);
    }

    /// <summary>This end closes it for writing alone: FIN_WAIT2.</summary>
    public Task HalfEndHereAsync()
    {
        _client.Shutdown(SocketShutdown.Send);
        return ReachAsync(TcpState.FinWait2);
    }

    /// <summary>This end closes it first: TIME_WAIT.</summary>
    public Task EndAsync()
    {
        _client.Close();
        Assert.AreEqual(0, _server.Receive(new byte[1]));
        _server.Close();
        _ended = true;
        return ReachAsync(TcpState.TimeWait);
    }

    /// <summary>What is left of it passes at once: asked by a new connection of the other end, it is not what that expects, and so is reset (RFC 1337).</summary>
    public void Pass()
    {
        _ended = false;
        _listener.Stop();
        using var again = BindPeer();
        Assert.ThrowsExactly<SocketException>(() => again.Connect(new IPEndPoint(_address, _port)));
    }

    // A process that another test is just starting has the listener, too, until it becomes its program (close-on-exec).
    private Socket BindPeer()
    {
        for (var started = TimeProvider.System.GetTimestamp(); ; Thread.Sleep(1))
        {
            var socket = new Socket(Peer.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                socket.Bind(Peer);
                return socket;
            }
            catch (SocketException e)
                when (e.SocketErrorCode == SocketError.AddressAlreadyInUse && TimeProvider.System.GetElapsedTime(started) < Until.Patience)
            {
                socket.Dispose();
            }
        }
    }

    /// <summary>Leaves nothing that would hold the port from the next test.</summary>
    public void Dispose()
    {
        if (_ended)
        {
            Pass();
        }
        else if (!_client.SafeHandle.IsClosed)
        {
            _client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        _client.Dispose();
        _server.Dispose();
        _listener.Dispose();
    }

    // The kernel takes its time on a busy machine.
    private Task ReachAsync(TcpState state) =>
        Until.TrueAsync(
            () =>
                IPGlobalProperties
                    .GetIPGlobalProperties()
                    .GetActiveTcpConnections()
                    .Any(each => each.State == state && each.LocalEndPoint.Port == _port && each.RemoteEndPoint.Port == Peer.Port),
            () => $"The connection never came to {state}."
        );

    // Where other programs' connections have no end: else one of them may have the port when Pass binds it again.
    private static IPAddress PeerAddress(IPAddress local) =>
        OperatingSystem.IsLinux() && local.AddressFamily == AddressFamily.InterNetwork
            ? new IPAddress([127, (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255)])
            : local;

    private static IPAddress Unmapped(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    [DllImport("libc", EntryPoint = "bind", SetLastError = true)]
    private static extern int Bind(SafeHandle socket, byte[] address, int size);
}
