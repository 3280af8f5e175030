using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Killing;
using Pipeline.Systems;

namespace Pipeline.Containers;

/// <summary>However a run ends, its containers are removed, and nobody else's.</summary>
[TestClass]
public sealed class ContainerEndTests : ContainerTest
{
    [TestMethod]
    public async Task A_container_that_ignores_SIGTERM_is_killed_after_its_stopTimeout()
    {
        var system = ContainersOf(ContainerService.Of("cache", Mode.IgnoreSigterm) with { StopTimeout = 0.5 });
        (await system.RunAsync("run", "--", "true"))
            .AssertExit(ExitCode.StopFailed)
            .AssertError(ErrorCodes.ServiceKilled, "Cache Service did not stop within 0.5 s");
        Assert.IsEmpty(await Engine.ContainersOfAsync(system));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_container_that_the_engine_does_not_remove_is_told()
    {
        var system = ContainersOf(ContainerService.Of("cache", Mode.IgnoreSigterm) with { StopTimeout = 0.5 });
        var client = Engine.Refusing(system.Folder, "rm");
        var run = system.StartWith(new() { [LaunchOptions.ContainerEngineVariable] = client }, "run", "--", "true");
        (await run.EndAsync())
            .AssertExit(ExitCode.StopFailed)
            .AssertError(ErrorCodes.ContainerLeft, "-cache' of Cache Service can't be removed", "no rm today");
    }

    [TestMethod]
    public async Task When_the_engines_client_is_killed_the_service_is_dead_and_its_container_is_removed()
    {
        var system = ContainersOf(ContainerService.Of("cache"));
        var holder = await system.HoldAsync();
        Signals.Send(system.ServiceOf("cache").Process!.Pid, ProcessSignal.Kill);
        Assert.AreEqual(ErrorCodes.ServiceDied, (await holder.Fault.WaitAsync(Until.Patience)).Code);
        await Engine.AssertNoneLeftAsync(system); // while the run goes on
        Assert.AreNotEqual(RunPhase.Stopped, system.State!.Phase);
    }

    [TestMethod]
    public async Task When_the_supervisor_is_killed_its_watchdog_removes_them()
    {
        var system = ContainersOf(ContainerService.Of("cache", Mode.IgnoreSigterm));
        await system.HoldAsync();
        Signals.Send(system.State!.Supervisor.Pid, ProcessSignal.Kill);
        await Engine.AssertNoneLeftAsync(system);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task What_outlives_supervisor_and_watchdog_is_removed_by_the_next_start_though_it_wants_no_container()
    {
        var system = ContainersOf(ContainerService.Of("cache"));
        var left = await LeaveContainerAsync(system);
        system.WriteManifest(new TestService("cache"));
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        Assert.AreEqual(0, await Engine.RemoveAsync(left));
    }

    [TestMethod]
    public async Task The_doctor_names_what_was_left_and_fix_removes_it_but_nobody_elses()
    {
        var (system, stranger) = (ContainersOf(ContainerService.Of("cache")), Guid.NewGuid().ToString("N"));
        await Engine.StartStrangerAsync(stranger);
        try
        {
            var left = await LeaveContainerAsync(system);
            (await system.RunAsync("doctor"))
                .AssertExit(ExitCode.Failed)
                .AssertError(ErrorCodes.Leftovers, $"the container servicehost-{left}-cache");
            (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Success);
            Assert.AreEqual(0, await Engine.RemoveAsync(left));
            await system.AssertNothingLeftAsync();
        }
        finally
        {
            Assert.AreEqual(1, await Engine.RemoveAsync(stranger), "a stranger was removed");
        }
    }

    [TestMethod]
    [DataRow("exit 3", ErrorCodes.ExitedAtStart, "exit code 3")]
    [DataRow("/busybox sleep 600", ErrorCodes.NotHealthyInTime, "in its container nothing listens on port 7000")]
    public async Task A_container_that_never_gets_healthy_fails_the_start_and_is_removed(string script, string code, string says)
    {
        var system = ContainersOf(ContainerService.Running(new TestService("cache") { StartTimeout = 3, StopTimeout = 0.5 }, script));
        (await system.RunAsync("up")).AssertExit(ExitCode.Failed).AssertError(code, says);
        Assert.IsEmpty(await Engine.ContainersOfAsync(system));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Ctrl_C_while_it_starts_removes_it()
    {
        var system = ContainersOf(ContainerService.Running(new TestService("cache"), "trap 'exit 0' TERM; /busybox sleep 600 & wait"));
        var up = system.StartAlone("up");
        await Until.TrueAsync(
            async () => system.State is not null && (await Engine.ContainersOfAsync(system)).Count > 0,
            () => "It never started."
        );
        Signals.Send(-up.Pid, ProcessSignal.Interrupt);
        await up.EndAsync();
        await Engine.AssertNoneLeftAsync(system);
        await system.AssertNothingLeftAsync();
    }

    /// <returns>The name of the dead run.</returns>
    private async Task<string> LeaveContainerAsync(SmallSystem system)
    {
        await system.HoldAsync();
        KillTests.KillSupervisorAndWatchdog(system.State!);
        await Until.TrueAsync(() => !RunLockFile.IsHeld(system.Options.LockFile), () => "The killed supervisor's lock was never free.");
        Assert.HasCount(1, await Engine.ContainersOfAsync(system));
        return IntegrationSuite.ServiceHost.Storage.RunName.Of(system.State!.RunId);
    }
}
