using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Killing;

/// <summary>A supervisor that can't be asked: suspended, or with a state file that somebody cut short.</summary>
[TestClass]
public sealed class HangingSupervisorTests : SystemTest
{
    [TestMethod]
    public async Task A_suspended_supervisor_is_named_by_down_and_ended_by_down_now()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        var supervisor = system.State!.Supervisor.Pid;
        Signals.Send(supervisor, ProcessSignal.Stop);

        (await system.RunAsync("down"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.SupervisorFailed, $"process {supervisor}", "servicehost down --now");
        (await system.RunAsync("down", "--now")).AssertExit(ExitCode.Success);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("status")]
    [DataRow("down")]
    public async Task Services_whose_state_file_was_cut_short_are_not_said_to_be_stopped(string command)
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        await File.WriteAllTextAsync(system.Options.StateFile, (await File.ReadAllTextAsync(system.Options.StateFile))[..200]);
        (await system.RunAsync(command))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.SupervisorFailed, "cut short", "servicehost doctor");
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("{")]
    [DataRow("{}")]
    [DataRow("null")]
    public async Task A_state_file_that_says_nothing_counts_as_none(string text)
    {
        var system = SystemOf(new TestService("clock"));
        Directory.CreateDirectory(system.Options.RunDirectory);
        await File.WriteAllTextAsync(system.Options.StateFile, text);
        (await system.RunAsync("status")).AssertExit(ExitCode.NotRunning);
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
    }
}
