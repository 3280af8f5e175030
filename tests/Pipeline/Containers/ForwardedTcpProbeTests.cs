using System.Net;
using System.Net.Sockets;
using IntegrationSuite.ServiceHost.Health;

namespace Pipeline.Containers;

/// <summary>What counts as listening behind an engine's proxy.</summary>
[TestClass]
public sealed class ForwardedTcpProbeTests
{
    [TestMethod]
    [DataRow("closes", false, DisplayName = "a proxy in front of nobody closes at once")]
    [DataRow("waits", true, DisplayName = "a server that waits for a request")]
    [DataRow("greets", true, DisplayName = "a server that speaks first, and ends")]
    public async Task A_connection_counts_if_it_stays_open_or_says_something(string server, bool healthy)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var probe = new ForwardedTcpProbe(((IPEndPoint)listener.LocalEndpoint).Port, new Anybodys());
        var looking = probe.LookAsync(CancellationToken.None);
        using var taken = await listener.AcceptSocketAsync();
        if (server == "greets")
        {
            await taken.SendAsync("+"u8.ToArray());
        }
        if (server != "waits")
        {
            taken.Close();
        }
        Assert.AreEqual(healthy, (await looking).IsHealthy);
    }

    /// <summary>Every port is the service's.</summary>
    private sealed class Anybodys : IPortCheck
    {
        public IHealthProbe Tcp(int port) => new ForwardedTcpProbe(port, this);

        public Task<string?> ObstacleAsync(int port, CancellationToken cancel) => Task.FromResult((string?)null);

        public Task<string?> NotListeningAsync(int port, CancellationToken cancel) => ObstacleAsync(port, cancel);
    }
}
