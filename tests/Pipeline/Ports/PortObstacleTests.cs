using System.Net;
using System.Net.Sockets;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Ports;
using Pipeline.Systems;

namespace Pipeline.Ports;

[TestClass]
public sealed class PortObstacleTests : SystemTest
{
    private static readonly string s_self = $"process {Environment.ProcessId} ({ProcessTable.CommandLine(Environment.ProcessId)})";

    [TestMethod]
    [DataRow("127.0.0.1", "127.0.0.1")]
    [DataRow("::ffff:127.0.0.1", "127.0.0.1")]
    [DataRow("::1", "[::1]")]
    public async Task A_connection_that_has_ended_is_told_with_both_ends_until_it_has_passed(string address, string shown)
    {
        using var port = TestPort.Take();
        using var connection = new OutgoingConnection(port.Number, IPAddress.Parse(address));
        await connection.EndAsync();
        var obstacle = PortObstacle.Find(port.Number)!;
        Assert.AreEqual(
            $"held by a connection from {shown}:{port.Number} to {connection.Peer} that has ended (TIME_WAIT)",
            obstacle.ToString()
        );
        Assert.IsTrue(obstacle.Passes);
        connection.Pass();
        Assert.IsNull(PortObstacle.Find(port.Number));
    }

    [TestMethod]
    [DataRow("ESTABLISHED")]
    [DataRow("CLOSE_WAIT")]
    [DataRow("FIN_WAIT2")]
    public async Task A_live_connection_is_told_with_its_state_and_its_process_and_does_not_pass(string state)
    {
        using var port = TestPort.Take();
        using var connection = new OutgoingConnection(port.Number);
        await ReachAsync(connection, state);
        var obstacle = PortObstacle.Find(port.Number)!;
        Assert.AreEqual(
            $"held by a connection from 127.0.0.1:{port.Number} to {connection.Peer} ({state}) of {s_self}",
            obstacle.ToString()
        );
        Assert.IsFalse(obstacle.Passes);
    }

    [TestMethod]
    public async Task Of_several_connections_a_live_one_is_told_and_the_rest_is_counted()
    {
        using var port = TestPort.Take();
        using var live = new OutgoingConnection(port.Number, IPAddress.IPv6Loopback);
        using var ended = new OutgoingConnection(port.Number);
        await ended.EndAsync();
        var obstacle = PortObstacle.Find(port.Number)!;
        Assert.AreEqual(
            $"held by a connection from [::1]:{port.Number} to {live.Peer} (ESTABLISHED) of {s_self}, and by 1 more",
            obstacle.ToString()
        );
        Assert.IsFalse(obstacle.Passes);
    }

    [TestMethod]
    public void A_connection_that_shares_its_port_is_no_obstacle()
    {
        // As a server's accepted connections do, and their remains: who listens there next takes the port beside them.
        using var port = TestPort.Take();
        var listener = new TcpListener(IPAddress.Loopback, port.Number);
        listener.Start();
        using var client = new TcpClient("127.0.0.1", port.Number);
        using var accepted = listener.AcceptSocket();
        listener.Stop();
        Assert.IsNull(PortObstacle.Find(port.Number));
    }

    [TestMethod]
    public void A_socket_that_is_only_bound_is_said_to_be_no_more_than_that()
    {
        using var port = TestPort.Take();
        using var bound = OutgoingConnection.BoundSocket(new IPEndPoint(IPAddress.Loopback, port.Number));
        var obstacle = PortObstacle.Find(port.Number)!;
        Assert.AreEqual("held by a socket that neither listens nor is connected; the system does not tell whose", obstacle.ToString());
        Assert.IsFalse(obstacle.Passes);
    }

    [TestMethod]
    public async Task A_service_of_a_run_that_goes_on_is_not_called_left_behind()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        StringAssert.EndsWith(
            PortObstacle.Find(system.PortOf("clock"))!.ToString(),
            $", a service of another run of servicehost, which goes on (process {system.State!.Supervisor.Pid})"
        );
        await holder.ReleaseAsync(CancellationToken.None);
    }

    [TestMethod]
    [TestCategory("Root")]
    public async Task Nor_is_that_of_a_run_of_another_user()
    {
        using var other = OtherUser.Make();
        using var port = TestPort.Take();
        // Stands for his supervisor, whose command line is all that is looked at: his folders are his own.
        var listener = $"require('net').createServer().listen({port.Number}, '127.0.0.1', () => console.log('taken'))";
        var supervisor =
            $"require('child_process').spawn('node', ['-e', process.env.LISTENER], {{ stdio: 'inherit', env: {{ ...process.env, {RunState.IdVariable}: 'his' }} }})";
        using var his = new CliProcess(
            Until.Patience,
            "/",
            [KeyValuePair.Create("LISTENER", listener)],
            [.. other.Words("node", "-e", supervisor, "--", "servicehost.dll", "supervise", "--options", "-")]
        );
        await his.SaysAsync("taken");
        var (held, owner) = (PortObstacle.Find(port.Number)!, PortOwner.Find(port.Number, new SocketSnapshot())!);
        var (told, itsSupervisor) = (held.ToString(), owner.Supervisor);
        ProcessIdentities.Find(owner.Pid)?.Kill();
        await his.EndAsync();
        StringAssert.EndsWith(told, $", which goes on (process {itsSupervisor})");
        Assert.IsTrue(held.IsAnotherUsers);
    }

    [TestMethod]
    public async Task A_service_whose_run_is_over_was_left_behind()
    {
        using var port = TestPort.Take();
        using var left = new CliProcess(
            Until.Patience,
            "/",
            [KeyValuePair.Create(RunState.IdVariable, "over")],
            [
                "node",
                "-e",
                "require('net').createServer().listen(+process.argv[1], '127.0.0.1', () => console.log('taken'))",
                $"{port.Number}",
            ]
        );
        await left.SaysAsync("taken");
        var told = PortObstacle.Find(port.Number)!.ToString();
        left.Signal(IntegrationSuite.ServiceHost.Processes.ProcessSignal.Kill);
        await left.EndAsync();
        StringAssert.Contains(told, ", a service that an earlier run of servicehost left behind; ");
    }

    [TestMethod]
    public async Task What_does_not_pass_in_time_is_an_error_that_says_what_it_was()
    {
        var system = SystemOf(new TestService("clock"));
        using var connection = new OutgoingConnection(system.PortOf("clock"));
        await connection.EndAsync();
        var told = new List<string>();
        var wait = new PortWait(ServicePort.Of(ServiceManifest.Read(system.Manifest).Services), told.Add, TimeSpan.FromMilliseconds(300));
        var error = (await Assert.ThrowsExactlyAsync<SuiteException>(() => wait.RunAsync(CancellationToken.None))).Errors.Single();
        Assert.AreEqual(ErrorCodes.PortInUse, error.Code);
        StringAssert.StartsWith(
            error.Message,
            $"Port {system.PortOf("clock")} of Clock Service is still held by a connection from 127.0.0.1:{system.PortOf("clock")} to {connection.Peer} that has ended (TIME_WAIT). "
        );
        Assert.HasCount(1, told);
    }

    private static Task ReachAsync(OutgoingConnection connection, string state) =>
        state switch
        {
            "CLOSE_WAIT" => connection.EndThereAsync(),
            "FIN_WAIT2" => connection.HalfEndHereAsync(),
            _ => Task.CompletedTask,
        };
}
