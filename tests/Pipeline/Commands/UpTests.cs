using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Commands;

[TestClass]
public sealed class UpTests : SystemTest
{
    [TestMethod]
    public async Task Up_starts_all_and_says_so_and_Ctrl_C_stops_all()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front") { DotNet = true, DependsOn = ["clock"] });
        var up = system.Start("up");
        await up.SaysAsync("Ctrl+C stops them.");
        using (var http = new HttpClient())
        {
            Assert.AreEqual("healthy", await http.GetStringAsync($"{system.UrlOf("front")}/health"));
        }

        up.Signal(ProcessSignal.Interrupt);
        var result = (await up.EndAsync()).AssertExit(ExitCode.Success);
        Assert.AreEqual(
            $"""
            ✓ Starting Clock Service... OK (port {system.PortOf("clock")})
            ✓ Starting Front Service... OK (port {system.PortOf("front")})
            ✓ All services healthy
            Ctrl+C stops them.

            """,
            result.Output
        );
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Kept_services_outlive_the_command_until_down()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        Assert.AreEqual(RunPhase.Ready, system.State!.Phase);
        Assert.IsTrue(system.ServiceOf("clock").Process!.IsAlive());

        StringAssert.Contains((await system.RunAsync("down")).AssertExit(ExitCode.Success).Output, "✓ All services stopped");
        Assert.AreEqual(RunPhase.Stopped, system.State!.Phase);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Up_while_all_runs_attaches_to_it()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        var before = system.State!.Supervisor;

        var again = (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        StringAssert.Contains(again.Output, "✓ All services healthy");
        Assert.AreEqual(before, system.State!.Supervisor);
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task The_second_Ctrl_C_kills_at_once()
    {
        var system = SystemOf(new TestService("clock", Mode.IgnoreSigterm));
        var up = system.Start("up");
        await up.SaysAsync("Ctrl+C stops them.");
        up.Signal(ProcessSignal.Interrupt);
        await Until.TrueAsync(() => system.State!.Phase == RunPhase.Stopping, () => $"never stopping: {system.State}");
        up.Signal(ProcessSignal.Interrupt);

        var result = (await up.EndAsync()).AssertExit(ExitCode.StopFailed);
        result.AssertError(ErrorCodes.ServiceKilled, "Clock Service");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task The_second_Ctrl_C_leaves_no_database_server_and_no_data_either()
    {
        var system = SystemOf(new TestService("clock", Mode.IgnoreSigterm) { Database = "clock" });
        var up = system.Start("up");
        await up.SaysAsync("Ctrl+C stops them.");
        var server = system.State!.Postgres!;
        up.Signal(ProcessSignal.Interrupt);
        await Until.TrueAsync(() => system.State!.Phase == RunPhase.Stopping, () => $"never stopping: {system.State}");
        up.Signal(ProcessSignal.Interrupt);

        (await up.EndAsync()).AssertExit(ExitCode.StopFailed);
        await system.AssertNothingLeftAsync();
        Assert.AreEqual(RunPhase.Stopped, system.State!.Phase);
        Assert.IsFalse(server.Process!.IsAlive());
        Assert.IsFalse(Directory.Exists(server.DataDirectory), server.DataDirectory);
    }
}
