using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Commands;

[TestClass]
public sealed class StatusAndLogsTests : SystemTest
{
    [TestMethod]
    public async Task Status_shows_each_service_with_address_and_process()
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var process = system.ServiceOf("clock").Process!.Pid;
        var output = (await system.RunAsync("status")).AssertExit(ExitCode.Success).Output;
        StringAssert.Matches(output, new($@"clock +ready +{system.UrlOf("clock")} +process {process}\b"));
    }

    [TestMethod]
    public async Task Status_as_JSON_is_the_state()
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var printed = JsonSerializer.Deserialize<RunState>(
            (await system.RunAsync("status", "--json")).AssertExit(ExitCode.Success).Output,
            ClientJson.Options
        )!;
        Assert.AreEqual(system.State!.RunId, printed.RunId);
        Assert.AreEqual(JsonSerializer.Serialize(system.State, ClientJson.Options), JsonSerializer.Serialize(printed, ClientJson.Options));
    }

    [TestMethod]
    public async Task Where_nothing_runs_status_and_down_say_so()
    {
        var system = SystemOf(new TestService("clock"));
        StringAssert.Contains((await system.RunAsync("status")).AssertExit(ExitCode.NotRunning).Output, "Nothing runs.");
        Assert.AreEqual("null", (await system.RunAsync("status", "--json")).AssertExit(ExitCode.NotRunning).Output.Trim());
        StringAssert.Contains((await system.RunAsync("down")).AssertExit(ExitCode.Success).Output, "Nothing runs.");
    }

    [TestMethod]
    public async Task Logs_prints_what_a_service_wrote_also_after_its_end()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        Assert.AreEqual(
            $"listening on {system.PortOf("clock")}\n",
            (await system.RunAsync("logs", "clock")).AssertExit(ExitCode.Success).Output
        );
    }

    [TestMethod]
    public async Task Logs_that_follow_go_on_until_Ctrl_C()
    {
        var system = SystemOf(new TestService("clock", Mode.IgnoreSigterm) { StopTimeout = 0.5 });
        var holder = await system.HoldAsync();
        var logs = system.Start("logs", "clock", "--follow");
        await logs.SaysAsync("listening on");
        await holder.ReleaseAsync(CancellationToken.None);
        await logs.SaysAsync("not now");
        logs.Signal(ProcessSignal.Interrupt);
        (await logs.EndAsync()).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task Logs_of_a_service_that_is_unknown_names_those_that_are_known()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        (await system.RunAsync("logs", "watch")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.UnknownService, "'watch'", "clock");
    }
}
