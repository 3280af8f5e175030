using System.Net;
using System.Net.Sockets;
using IntegrationSuite.ServiceHost.Postgres.Servers;

namespace IntegrationSuite.ServiceHost.Postgres.Private;

/// <summary>Chooses a port for the server.</summary>
internal static class FreePort
{
    /// <summary>The port that is wanted; else one of 127.0.0.1 that is free now.</summary>
    public static int Choose(DatabaseServerOptions options)
    {
        if (options.Port > 0)
        {
            return options.Port;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
