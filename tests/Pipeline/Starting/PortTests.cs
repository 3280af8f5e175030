using System.Net;
using System.Net.Sockets;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

[TestClass]
public sealed class PortTests : SystemTest
{
    [TestMethod]
    public async Task A_port_that_a_stranger_holds_is_refused_with_his_process_and_command_line_before_anything_starts()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front"));
        var stranger = await StrangerAsync(system.PortOf("front"));
        var result = (await system.RunAsync("up")).AssertExit(ExitCode.Failed);
        result.AssertError(
            ErrorCodes.PortInUse,
            $"Port {system.PortOf("front")} of Front Service is in use by process {stranger.Identity.Pid} (node ",
            "stranger.mjs"
        );
        Assert.IsFalse(system.Events.Any(each => each.Kind == RunEventKind.ServiceStarted), "something was started");
        stranger.AssertAlive();
    }

    [TestMethod]
    public async Task A_port_that_is_held_on_the_IPv6_loopback_alone_is_refused_too()
    {
        var system = SystemOf(new TestService("clock"));
        using var listener = new TcpListener(IPAddress.IPv6Loopback, system.PortOf("clock"));
        listener.Start();
        (await system.RunAsync("up")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.PortInUse, $"process {Environment.ProcessId} (");
    }

    [TestMethod]
    public async Task Dynamic_ports_pass_by_a_port_that_is_held()
    {
        var system = SystemOf(new TestService("clock"));
        await StrangerAsync(system.PortOf("clock"));
        var result = (
            await system.RunAsync(
                "run",
                "--ports",
                "dynamic",
                "--",
                "sh",
                "-c",
                "curl -s $CLOCK_SERVICE_URL/health; echo; echo $CLOCK_SERVICE_URL"
            )
        ).AssertExit(ExitCode.Success);
        StringAssert.StartsWith(result.Output, "healthy\nhttp://127.0.0.1:");
        Assert.AreNotEqual(system.PortOf("clock"), new Uri(result.Output.Split('\n')[1]).Port);
    }

    [TestMethod]
    public async Task A_second_run_on_the_same_ports_is_told_who_has_them_since_when_and_how_to_stop_him()
    {
        var first = SystemOf(new TestService("clock"));
        await first.HoldAsync();
        var second = SystemOf();
        File.Copy(first.Manifest, second.Manifest, overwrite: true);
        var result = (await second.RunAsync("up")).AssertExit(ExitCode.Failed);
        result.AssertError(
            ErrorCodes.PortInUse,
            first.Options.RunDirectory,
            $"process {first.State!.Supervisor.Pid}",
            $"since {first.State.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm}",
            $"servicehost down --artifacts \"{first.Options.ArtifactsDirectory}\""
        );
        Assert.IsTrue(first.ServiceOf("clock").Process!.IsAlive());
    }

    [TestMethod]
    public async Task Two_starters_at_once_share_one_run()
    {
        var system = SystemOf(new TestService("clock"));
        var clients = await Task.WhenAll(system.HoldAsync(), system.HoldAsync());
        Assert.AreEqual(clients[0].InitialState.RunId, clients[1].InitialState.RunId);
        Assert.HasCount(1, system.Events.Where(each => each.Kind == RunEventKind.ServiceStarted));
    }
}
