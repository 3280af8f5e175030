using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Health;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>What a look makes of what a service answers; the service is this test.</summary>
[TestClass]
public sealed class HealthProbeTests : IDisposable
{
    private readonly TestPort _port = TestPort.Take();
    private readonly TcpListener _listener;

    public HealthProbeTests()
    {
        _listener = new TcpListener(IPAddress.Loopback, _port.Number);
        _listener.Start();
    }

    public required TestContext TestContext { get; set; }

    public void Dispose()
    {
        _listener.Dispose();
        _port.Dispose();
    }

    [TestMethod]
    [DataRow("HTTP/1.1 200 OK\r\n", true, "answered 200")]
    [DataRow("HTTP/1.0 200\nServer: x\n\n", true, "answered 200")]
    [DataRow("HTTP/1.1 500 Oops\r\nLocation: /ready answered 200\r\n\r\n", false, "answered 500")]
    [DataRow(
        "HTTP/1.1 302 Found\r\nServer: x\r\nlocation: /ready answered 200\r\n\r\n",
        false,
        "answered 302, a redirect to /ready answered 200"
    )]
    [DataRow("HTTP/1.1 503 x answered 200\r\n\r\n", false, "answered 503")]
    [DataRow("HTTP/1.1 404 No\r\n\r\nlocation: /in-the-body\r\n\r\n", false, "answered 404")]
    [DataRow("HTTP/1.1 2000 OK\r\n\r\n", false, "got no HTTP answer")]
    [DataRow("HTTP/1.1 2x0 OK\r\n\r\n", false, "got no HTTP answer")]
    [DataRow("SSH-2.0-OpenSSH answered 200\r\n\r\n", false, "got no HTTP answer")]
    [DataRow("\n200", false, "got no HTTP answer")]
    [DataRow("", false, "got no HTTP answer")]
    public async Task Healthy_is_what_answers_200_and_nothing_that_only_says_so(string answer, bool healthy, string seen)
    {
        var serving = ServeAsync(stream => stream.WriteAsync(Encoding.ASCII.GetBytes(answer)).AsTask());
        var look = await Probe().LookAsync(TestContext.CancellationToken);
        await serving;
        Assert.AreEqual(new HealthLook(healthy, $"GET /health {seen}"), look);
    }

    [TestMethod]
    [DataRow("x")]
    [DataRow("HTTP/1.1 500 ")]
    [DataRow("HTTP/1.1 200 ")]
    [DataRow("HTTP/1.1 302 Found\r\nLocation: /")]
    public async Task Of_an_answer_without_an_end_little_is_read(string beginning)
    {
        long sent = 0;
        var serving = ServeAsync(async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(beginning));
            for (var part = Enumerable.Repeat((byte)'y', 1 << 16).ToArray(); sent < 1 << 30; sent += part.Length)
            {
                await stream.WriteAsync(part);
            }
        });
        Assert.IsFalse((await Probe().LookAsync(TestContext.CancellationToken)).IsHealthy);
        await Assert.ThrowsAsync<IOException>(() => serving, "The look went on reading.");
        Assert.IsLessThan(32 << 20, sent); // what the kernel keeps between the two
    }

    [TestMethod]
    public async Task A_look_may_be_given_up_at_any_moment()
    {
        using var crowd = new TcpListener(IPAddress.Loopback, 0);
        crowd.Start(backlog: 1); // full at once: then a connection is neither made nor refused
        var full = new HttpProbe(((IPEndPoint)crowd.LocalEndpoint).Port, HttpHealth.Default, new OwnSockets(new ThisProcess()));
        await Parallel.ForAsync(
            0,
            3000,
            TestContext.CancellationToken,
            async (number, _) =>
            {
                using var moment = new CancellationTokenSource(TimeSpan.FromMicroseconds(number % 2000));
                await Assert.ThrowsAsync<OperationCanceledException>(async () =>
                {
                    while (true)
                    {
                        await full.LookAsync(moment.Token);
                        moment.Token.ThrowIfCancellationRequested();
                    }
                });
            }
        );
    }

    private HttpProbe Probe() => new(_port.Number, HttpHealth.Default, new OwnSockets(new ThisProcess()));

    private async Task ServeAsync(Func<NetworkStream, Task> answer)
    {
        using var client = await _listener.AcceptTcpClientAsync(TestContext.CancellationToken);
        var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte["GET /health HTTP/1.1\r\n".Length]);
        await answer(stream);
        client.Client.Shutdown(SocketShutdown.Send);
        while (await stream.ReadAsync(new byte[4096]) > 0)
        {
            // Closed with bytes unread, the connection would be reset.
        }
    }

    private sealed class ThisProcess : IRunningProcess
    {
        public ProcessIdentity Identity => ProcessIdentities.Own;

        public Task<int> Exited { get; } = new TaskCompletionSource<int>().Task;

        public void Signal(ProcessSignal signal) => throw new NotSupportedException();

        public void SignalGroup(ProcessSignal signal) => throw new NotSupportedException();

        public Task<IReadOnlyList<int>> GroupMembersAsync() => throw new NotSupportedException();

        public void Dispose() { }
    }
}
