using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Killing;

/// <summary>What becomes of the command when the <c>servicehost run</c> that waits for it is killed.</summary>
[TestClass]
public sealed class CommandKillTests : SystemTest
{
    private static readonly string[] s_command = ["run", "--", "sh", "-c", "sleep 1000 & echo up; wait"];

    [TestMethod]
    public async Task Kill_9_of_run_ends_its_command_with_all_that_it_started()
    {
        var system = SystemOf(new TestService("clock"));
        var run = system.Start(s_command);
        await run.SaysAsync("up");
        run.Signal(ProcessSignal.Kill);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Kill_9_of_run_and_supervisor_at_once_does_so_too()
    {
        var system = SystemOf(new TestService("clock"));
        var run = system.Start(s_command);
        await run.SaysAsync("up");
        Signals.Send(system.State!.Supervisor.Pid, ProcessSignal.Stop); // so that the watchdog alone is left to act
        run.Signal(ProcessSignal.Kill);
        Signals.Send(system.State.Supervisor.Pid, ProcessSignal.Kill);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Kill_9_of_one_run_leaves_the_command_of_another_and_kept_services_alone()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        var victim = system.Start(s_command);
        var other = system.Start(
            "run",
            "--",
            "sh",
            "-c",
            "echo up; until [ -e go ]; do sleep 0.05; done; curl -s $CLOCK_SERVICE_URL/health"
        );
        await Task.WhenAll(victim.SaysAsync("up"), other.SaysAsync("up"));
        victim.Signal(ProcessSignal.Kill);
        await victim.EndAsync(); // which takes the end of its command: it holds the same stdout
        await File.WriteAllTextAsync(Path.Combine(system.Folder, "go"), "");
        StringAssert.EndsWith((await other.EndAsync()).AssertExit(ExitCode.Success).Output, "healthy\n");
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
        await system.AssertNothingLeftAsync();
    }
}
