using System.Net;
using System.Net.Sockets;

namespace ServiceHost.Postgres.Private;

/// <summary>Chooses a port for the server.</summary>
internal static class FreePort
{
    /// <summary>A port of 127.0.0.1 that is free now.</summary>
    public static int Choose()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
