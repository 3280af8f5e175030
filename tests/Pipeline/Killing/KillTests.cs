using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Killing;

[TestClass]
public sealed class KillTests : SystemTest
{
    [TestMethod]
    [DataRow(Mode.Normal)]
    [DataRow(Mode.Grandchild)]
    [DataRow(Mode.EscapedGrandchild)]
    public async Task Kill_9_of_the_supervisor_leaves_nothing_and_the_next_run_passes(string mode)
    {
        var system = SystemOf(new TestService("clock", mode) { StopTimeout = 0.5 });
        var up = system.Start("up");
        await up.SaysAsync("Ctrl+C stops them.");
        Signals.Send(system.State!.Supervisor.Pid, ProcessSignal.Kill);
        await system.AssertNothingLeftAsync();
        (await up.EndAsync()).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.SupervisorLost);

        system.WriteManifest(new TestService("clock"));
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    [DataRow(ProcessSignal.Kill)]
    [DataRow(ProcessSignal.HangUp)]
    [DataRow(ProcessSignal.Terminate)]
    public async Task When_the_terminal_that_holds_the_services_ends_they_end(ProcessSignal signal)
    {
        var system = SystemOf(new TestService("clock"));
        var up = system.Start("up");
        await up.SaysAsync("Ctrl+C stops them.");
        up.Signal(signal);
        await up.EndAsync();
        await system.AssertNothingLeftAsync();
        Assert.AreEqual(RunPhase.Stopped, system.State!.Phase);
    }

    [TestMethod]
    public async Task When_the_starter_is_killed_while_services_start_they_end()
    {
        var system = SystemOf(new TestService("clock", Mode.Hang));
        var up = system.Start("up");
        await Until.TrueAsync(() => system.State?.Services[0].Process is not null, () => "it never started");
        up.Signal(ProcessSignal.Kill);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_watchdog_that_is_killed_is_replaced_and_its_successor_does_its_work()
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var first = system.State!.Watchdog!;
        Signals.Send(first.Pid, ProcessSignal.Kill);
        await Until.TrueAsync(() => system.State!.Watchdog != first, () => "it was not replaced");
        Signals.Send(system.State.Supervisor.Pid, ProcessSignal.Kill);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task What_outlives_supervisor_and_watchdog_is_ended_by_the_next_start(bool cutStateShort)
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var orphan = system.ServiceOf("clock").Process!;
        KillSupervisorAndWatchdog(system.State!);
        Assert.IsTrue(orphan.IsAlive());
        if (cutStateShort)
        {
            await File.WriteAllTextAsync(system.Options.StateFile, (await File.ReadAllTextAsync(system.Options.StateFile))[..200]);
        }

        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        Assert.IsFalse(orphan.IsAlive());
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_stranger_that_got_the_process_ids_of_a_stale_state_file_lives_on()
    {
        var system = SystemOf(new TestService("clock"));
        var stranger = await StrangerAsync();
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        var reused = stranger.Identity with { StartTicks = stranger.Identity.StartTicks - 1 };
        var stale = system.State! with
        {
            Phase = RunPhase.Ready,
            Supervisor = reused,
            Watchdog = reused,
            Services = [system.ServiceOf("clock") with { Process = reused, Phase = RunPhase.Ready }],
        };
        await File.WriteAllTextAsync(system.Options.StateFile, System.Text.Json.JsonSerializer.Serialize(stale, ClientJson.Options));

        (await system.RunAsync("status")).AssertExit(ExitCode.NotRunning);
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        stranger.AssertAlive();
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_service_that_is_killed_is_an_error_for_whoever_holds_a_lease()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        Signals.Send(system.ServiceOf("clock").Process!.Pid, ProcessSignal.Kill);
        var error = await holder.Fault.WaitAsync(Until.Patience);
        Assert.AreEqual(ErrorCodes.ServiceDied, error.Code);
        StringAssert.Contains(error.Message, "Clock Service ended with exit code 137 (SIGKILL) while it was in use.");
        await holder.ReleaseAsync(CancellationToken.None);
        await system.AssertNothingLeftAsync();
    }

    // A watchdog that hears the end of its supervisor acts; a supervisor that sees the end of its watchdog replaces it. So the one is held first.
    internal static void KillSupervisorAndWatchdog(RunState state)
    {
        Signals.Send(state.Watchdog!.Pid, ProcessSignal.Stop);
        Signals.Send(state.Supervisor.Pid, ProcessSignal.Kill);
        Signals.Send(state.Watchdog.Pid, ProcessSignal.Kill);
    }
}
