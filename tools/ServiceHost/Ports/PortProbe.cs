using System.Net;
using System.Net.Sockets;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>Whether a service could listen on a port now.</summary>
internal static class PortProbe
{
    /// <summary>Whether 127.0.0.1 and ::1 are both free. What listens on all addresses counts; connections in TIME_WAIT don't.</summary>
    public static bool IsFree(int port) =>
        CanBind(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanBind(IPAddress.IPv6Loopback, port));

    private static bool CanBind(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            return true; // this machine has no such address, so nobody is in the way there
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
