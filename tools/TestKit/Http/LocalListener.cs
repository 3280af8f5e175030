using System.Net;
using System.Net.Sockets;

namespace TestKit.Http;

/// <summary>An HTTP listener of the test process itself.</summary>
internal static class LocalListener
{
    /// <summary>Starts one on a free loopback port.</summary>
    public static (HttpListener Listener, Uri Url) Start()
    {
        while (true)
        {
            var url = new Uri($"http://127.0.0.1:{FreePort()}/");
            var listener = new HttpListener { Prefixes = { url.ToString() } };
            try
            {
                listener.Start();
                return (listener, url);
            }
            catch (HttpListenerException)
            {
                // Somebody took the port in between: the next one is free again.
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
