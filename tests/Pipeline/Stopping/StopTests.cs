using System.Net;
using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Stopping;

[TestClass]
public sealed class StopTests : SystemTest
{
    [TestMethod]
    public async Task A_service_that_ignores_SIGTERM_is_killed_and_named()
    {
        var system = SystemOf(new TestService("clock", Mode.IgnoreSigterm) { StopTimeout = 0.5 });
        (await system.RunAsync("run", "--", "true"))
            .AssertExit(ExitCode.StopFailed)
            .AssertError(ErrorCodes.ServiceKilled, "Clock Service did not stop within 0.5 s", "Its own process had not ended.");
        Assert.IsTrue(system.ServiceOf("clock").Exit!.Forced);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Down_tells_what_had_to_be_killed()
    {
        var system = SystemOf(new TestService("clock", Mode.IgnoreSigterm) { StopTimeout = 0.5 });
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        (await system.RunAsync("down")).AssertExit(ExitCode.StopFailed).AssertError(ErrorCodes.ServiceKilled, "Clock Service");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Down_now_asks_nobody()
    {
        var system = SystemOf(new TestService("clock", Mode.IgnoreSigterm));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        (await system.RunAsync("down", "--now")).AssertExit(ExitCode.StopFailed);
        var log = await File.ReadAllTextAsync(system.ServiceOf("clock").Log);
        Assert.IsFalse(log.Contains("not now", StringComparison.Ordinal), "it was asked");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task However_many_hang_the_stop_ends_by_one_cap()
    {
        // One after the other they would take four times their timeout at least; each waits for those that depend on it.
        string[] names = ["a", "b", "c", "d"];
        var system = SystemOf([
            .. names.Select((name, i) => new TestService(name, Mode.IgnoreSigterm) { StopTimeout = 3, DependsOn = names[..i] }),
        ]);
        var holder = await system.HoldAsync();
        await holder.ReleaseAsync(CancellationToken.None);
        var (asked, over) = (TimeOf(system, RunEventKind.Stopping), TimeOf(system, RunEventKind.Stopped));
        Assert.HasCount(4, system.Events.Where(each => each.Kind == RunEventKind.ServiceKilled));
        Assert.IsLessThan(names.Length * TimeSpan.FromSeconds(3), over - asked);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_grandchild_that_ignores_SIGTERM_and_outlives_its_parent_is_killed()
    {
        var system = SystemOf(new TestService("clock", Mode.Grandchild) { StopTimeout = 0.5 });
        var result = (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.StopFailed);
        result.AssertError(
            ErrorCodes.ServiceKilled,
            "Clock Service",
            "Its own process had ended, but not what that had started: ",
            "service.mjs"
        );
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_grandchild_that_left_the_group_and_keeps_the_services_stdout_open_is_found_and_named()
    {
        var system = SystemOf(new TestService("clock", Mode.EscapedGrandchild) { StopTimeout = 0.5 });
        (await system.RunAsync("run", "--", "true"))
            .AssertExit(ExitCode.StopFailed)
            .AssertError(ErrorCodes.ProcessEscaped, "service.mjs", ") of Clock Service had left its service's process group");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_second_port_of_a_service_is_free_afterwards()
    {
        var system = SystemOf(new TestService("clock", Mode.SecondPort));
        var holder = await system.HoldAsync();
        Assert.IsFalse(TestPort.IsFree(system.SparePort));
        await holder.ReleaseAsync(CancellationToken.None);
        Assert.IsTrue(TestPort.IsFree(system.SparePort));
    }

    [TestMethod]
    public async Task A_suspended_service_is_stopped_like_any_other()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        await holder.ChangeServiceAsync(ControlVerb.PauseService, "clock", CancellationToken.None);
        var events = await holder.ReleaseAsync(CancellationToken.None);
        Assert.IsTrue(events.Any(each => each.Kind == RunEventKind.ServiceStopped));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_port_that_a_connection_took_meanwhile_counts_as_left_only_while_it_lives(bool lives)
    {
        // The one has stopped long before the other has, and ports are looked at last.
        var system = SystemOf(
            new TestService("back") { Env = new() { ["STOP_AFTER"] = "5000" } },
            new TestService("clock") { DependsOn = ["back"] }
        );
        var stop = (await system.HoldAsync()).ReleaseAsync(CancellationToken.None);
        await Until.TrueAsync(
            () => system.Events.Any(each => each is { Kind: RunEventKind.ServiceStopped, Service: "clock" }),
            () => system.EventText
        );
        using var connection = new OutgoingConnection(system.PortOf("clock"), IPAddress.IPv6Loopback); // where none of the service's own is in its way
        if (!lives)
        {
            await connection.EndAsync();
        }

        var left = (await stop).Where(each => each.Kind == RunEventKind.StopFailed).Select(each => each.Error!.ToString()).ToList();
        Assert.HasCount(lives ? 1 : 0, left, string.Join('\n', left));
        if (lives)
        {
            StringAssert.Contains(
                left[0],
                $"error {ErrorCodes.PortLeft}: After the stop port {system.PortOf("clock")} of Clock Service is still held by a connection from [::1]:{system.PortOf("clock")} to {connection.Peer} (ESTABLISHED) of process {Environment.ProcessId} ("
            );
        }
    }

    [TestMethod]
    [DataRow("[9]", 0)]
    [DataRow("[1, 130]", 1)]
    public async Task An_exit_code_after_the_stop_that_the_manifest_allows_is_no_crash(string allowed, int crashes)
    {
        var system = SystemOf(new TestService("clock", Mode.CrashAtStop) { Keys = { ["stopExitCodes"] = JsonNode.Parse(allowed) } });
        var events = await (await system.HoldAsync()).ReleaseAsync(CancellationToken.None);
        Assert.HasCount(crashes, events.Where(each => each.Error?.Code == ErrorCodes.CrashedAtStop));
        Assert.AreEqual(9, system.ServiceOf("clock").Exit!.Code);
    }

    private static DateTimeOffset TimeOf(SmallSystem system, RunEventKind kind) => system.Events.Single(each => each.Kind == kind).Time;
}
