using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>Ports of services that connections hold: live ones, and those that have ended and pass within a minute.</summary>
[TestClass]
public sealed class HeldPortTests : SystemTest
{
    [TestMethod]
    [DataRow(false, "run", "--", "true")]
    [DataRow(false, "run", "-v", "--", "true")]
    [DataRow(true, "up", "--keep")]
    public async Task A_port_that_an_ended_connection_holds_is_waited_for_and_whoever_waits_is_told_in_one_line(
        bool onOutput,
        params string[] words
    )
    {
        var system = SystemOf(new TestService("clock"), new TestService("front"));
        using var connection = await EndedAsync(system.PortOf("clock"));
        var command = system.Start(words);
        await WaitingAsync(system);
        connection.Pass();
        var result = (await command.EndAsync()).AssertExit(ExitCode.Success);
        var line =
            $"Waiting up to 65 s: Port {system.PortOf("clock")} of Clock Service is held by a connection from "
            + $"127.0.0.1:{system.PortOf("clock")} to {connection.Peer} that has ended (TIME_WAIT)";
        Assert.HasCount(1, (onOutput ? result.Output : result.Error).Split('\n').Where(each => each == line), result.ToString());
        Assert.DoesNotContain("Waiting", onOutput ? result.Error : result.Output);
        Assert.IsLessThan(
            IndexOf(system, RunEventKind.ServiceStarted),
            IndexOf(system, RunEventKind.Waiting),
            "something was started while it waited"
        );
    }

    [TestMethod]
    public async Task Whoever_comes_after_the_waiting_is_not_told_of_it()
    {
        var system = SystemOf(new TestService("clock"));
        using var connection = await EndedAsync(system.PortOf("clock"));
        var up = system.Start("up", "--keep");
        await WaitingAsync(system);
        connection.Pass();
        (await up.EndAsync()).AssertExit(ExitCode.Success);
        Assert.AreEqual("", (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success).Error);
    }

    [TestMethod]
    public async Task Ctrl_C_ends_the_waiting()
    {
        var system = SystemOf(new TestService("clock"));
        using var connection = await EndedAsync(system.PortOf("clock"));
        var command = system.Start("up");
        await command.SaysAsync("Waiting up to");
        command.Signal(ProcessSignal.Interrupt);
        (await command.EndAsync()).AssertExit(ExitCode.Interrupted);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_live_connection_is_refused_with_its_peer_and_its_process()
    {
        var system = SystemOf(new TestService("clock"));
        using var connection = new OutgoingConnection(system.PortOf("clock"));
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(
                ErrorCodes.PortInUse,
                $"Port {system.PortOf("clock")} of Clock Service is held by a connection from 127.0.0.1:{system.PortOf("clock")} to {connection.Peer} (ESTABLISHED) of process {Environment.ProcessId} ("
            );
    }

    [TestMethod]
    public async Task Nothing_is_waited_for_while_another_port_is_in_use()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front"));
        using var connection = await EndedAsync(system.PortOf("clock"));
        var stranger = await StrangerAsync(system.PortOf("front"));
        var result = (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.PortInUse, $"Front Service is in use by process {stranger.Identity.Pid} (");
        Assert.DoesNotContain("Waiting", result.Output);
    }

    [TestMethod]
    public async Task A_port_that_is_taken_during_the_waiting_ends_it()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front"));
        using var connection = await EndedAsync(system.PortOf("clock"));
        var command = system.Start("up");
        await command.SaysAsync("Waiting up to");
        var stranger = await StrangerAsync(system.PortOf("front"));
        (await command.EndAsync())
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.PortInUse, $"Front Service is in use by process {stranger.Identity.Pid} (");
    }

    [TestMethod]
    public async Task The_doctor_warns_of_an_ended_connection_and_fails_for_a_live_one()
    {
        var system = SystemOf(new TestService("clock"));
        using var connection = new OutgoingConnection(system.PortOf("clock"));
        var how =
            $"Port {system.PortOf("clock")} of Clock Service is held by a connection from 127.0.0.1:{system.PortOf("clock")} to {connection.Peer}";
        (await system.RunAsync("doctor")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.PortInUse, how);
        await connection.EndAsync();
        var result = (await system.RunAsync("doctor")).AssertExit(ExitCode.Success);
        StringAssert.StartsWith(result.Error, $"servicehost: warning {ErrorCodes.PortInUse}: {how} that has ended (TIME_WAIT). ");
    }

    private static async Task<OutgoingConnection> EndedAsync(int port)
    {
        var connection = new OutgoingConnection(port);
        await connection.EndAsync();
        return connection;
    }

    private static Task WaitingAsync(SmallSystem system) =>
        Until.TrueAsync(
            () => system.EventText.Contains("\"waiting\"", StringComparison.Ordinal),
            () => $"It never waited. {system.EventText}"
        );

    private static int IndexOf(SmallSystem system, RunEventKind kind) => system.Events.Select(each => each.Kind).ToList().IndexOf(kind);
}
