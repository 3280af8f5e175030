using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Killing;
using Pipeline.Systems;

namespace Pipeline.Doctor;

/// <summary>What earlier runs left: <c>servicehost doctor</c> explains it, <c>--fix</c> ends only what is provably the suite's own.</summary>
[TestClass]
public sealed class LeftoverTests : SystemTest
{
    [TestMethod]
    public async Task Processes_that_an_earlier_run_left_are_named_and_only_fix_ends_them()
    {
        var system = SystemOf(new TestService("clock"));
        var orphan = await LeaveOrphanAsync(system);

        (await system.RunAsync("doctor"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.Leftovers, $"process {orphan.Pid} (", "service.mjs", "servicehost doctor --fix");
        Assert.IsTrue(orphan.IsAlive(), "looking ended it");
        (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Success);
        Assert.IsFalse(orphan.IsAlive());
        await system.AssertNothingLeftAsync();
        Assert.AreEqual("", (await system.RunAsync("doctor")).AssertExit(ExitCode.Success).Error);
    }

    [TestMethod]
    public async Task Fix_leaves_a_stranger_alone_that_got_the_process_ids_of_a_stale_state_file()
    {
        var system = SystemOf(new TestService("clock"));
        var stranger = await StrangerAsync();
        var orphan = await LeaveOrphanAsync(system);
        var reused = stranger.Identity with { StartTicks = stranger.Identity.StartTicks - 1 };
        var stale = system.State! with
        {
            Supervisor = reused,
            Watchdog = reused,
            Services = [system.ServiceOf("clock") with { Process = reused }],
        };
        await File.WriteAllTextAsync(system.Options.StateFile, JsonSerializer.Serialize(stale, ClientJson.Options));

        var result = (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Success);
        result.AssertError(ErrorCodes.StateFileStale, $"process {stranger.Identity.Pid}", "its id belongs to a stranger now");
        Assert.IsFalse(orphan.IsAlive());
        stranger.AssertAlive();
    }

    [TestMethod]
    public async Task A_state_file_that_was_cut_short_is_explained_and_removed()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        CutStateShort(system);

        (await system.RunAsync("doctor"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.StateFileStale, "cut short", system.Options.StateFile);
        (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Success);
        Assert.IsFalse(File.Exists(system.Options.StateFile));
    }

    [TestMethod]
    public async Task Fix_does_not_touch_a_run_whose_state_file_was_cut_short_but_names_its_supervisor()
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var (supervisor, service) = (system.State!.Supervisor, system.ServiceOf("clock").Process!);
        CutStateShort(system);

        (await system.RunAsync("doctor", "--fix"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.StateFileStale, $"kill {supervisor.Pid}");
        Assert.IsTrue(supervisor.IsAlive());
        Assert.IsTrue(service.IsAlive());
    }

    [TestMethod]
    public async Task Fix_does_not_touch_a_run_whose_folder_was_removed_under_it()
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var service = system.ServiceOf("clock").Process!;
        Directory.Delete(system.Options.ArtifactsDirectory, recursive: true);

        await system.RunAsync("doctor", "--fix");
        Assert.IsTrue(service.IsAlive());
    }

    private static async Task<ProcessIdentity> LeaveOrphanAsync(SmallSystem system)
    {
        await system.HoldAsync();
        var orphan = system.ServiceOf("clock").Process!;
        KillTests.KillSupervisorAndWatchdog(system.State!);
        await Until.TrueAsync(() => !RunLockFile.IsHeld(system.Options.LockFile), () => "The killed supervisor's lock was never free."); // the kernel frees it a moment after the process
        Assert.IsTrue(orphan.IsAlive());
        return orphan;
    }

    private static void CutStateShort(SmallSystem system) =>
        File.WriteAllText(system.Options.StateFile, File.ReadAllText(system.Options.StateFile)[..200]);
}
