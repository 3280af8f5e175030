using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Commands;

[TestClass]
public sealed class RunTests : SystemTest
{
    [TestMethod]
    public async Task Run_prints_what_the_command_prints_and_nothing_else()
    {
        var system = SystemOf(new TestService("clock"));
        var result = (await system.RunAsync("run", "--", "echo", "tick", "--manifest")).AssertExit(ExitCode.Success);
        Assert.AreEqual("tick --manifest\n", result.Output);
        Assert.AreEqual("", result.Error);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Run_ends_with_the_exit_code_of_the_command()
    {
        var system = SystemOf(new TestService("clock"));
        Assert.AreEqual(42, (await system.RunAsync("run", "--", "sh", "-c", "exit 42")).ExitCode);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task The_command_is_told_the_addresses_of_the_services()
    {
        var system = SystemOf(new TestService("clock"), new TestService("fact-check"));
        var result = await system.RunAsync("run", "--", "sh", "-c", "echo $SERVICE_URLS $CLOCK_SERVICE_URL $FACT_CHECK_SERVICE_URL");
        Assert.AreEqual(
            $"clock={system.UrlOf("clock")};fact-check={system.UrlOf("fact-check")} {system.UrlOf("clock")} {system.UrlOf("fact-check")}\n",
            result.Output
        );
    }

    [TestMethod]
    public async Task The_command_is_told_where_the_state_of_the_run_stands()
    {
        var system = SystemOf(new TestService("clock"));
        var result = await system.RunAsync("run", "--", "sh", "-c", "cat \"$SERVICE_STATE\"");
        StringAssert.Contains(result.Output, system.UrlOf("clock"));
    }

    [TestMethod]
    public async Task A_command_that_does_not_exist_is_named_and_the_services_stop()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("run", "--", "no-such-program"))
            .AssertExit(ExitCode.CommandNotFound)
            .AssertError(ErrorCodes.LaunchFailed, "no-such-program");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Run_attaches_to_what_runs_and_leaves_it_running()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        Assert.IsTrue(system.ServiceOf("clock").Process!.IsAlive());
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task SIGTERM_reaches_the_command_and_the_services_stop()
    {
        var system = SystemOf(new TestService("clock"));
        var run = system.Start("run", "--", "sh", "-c", "trap 'echo heard; exit 9' TERM; echo up; while :; do sleep 0.05; done");
        await run.SaysAsync("up");
        run.Signal(ProcessSignal.Terminate);
        var result = await run.EndAsync();
        Assert.AreEqual(9, result.ExitCode, result.ToString());
        StringAssert.Contains(result.Output, "heard");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_service_that_dies_fails_the_run_though_the_command_did_not_notice()
    {
        var system = SystemOf(new TestService("clock"));
        const string Command =
            "trap '' TERM; curl -s $CLOCK_SERVICE_URL/die; until grep -q serviceDied artifacts/integration/run/events.jsonl; do sleep 0.05; done; exit 0";
        var result = (await system.RunAsync("run", "--", "sh", "-c", Command)).AssertExit(ExitCode.Failed);
        result.AssertError(ErrorCodes.ServiceDied, "Clock Service ended with exit code 7 while it was in use", "the vault burst");
        Assert.AreEqual(new ExitState(7, Forced: false, Unasked: true), system.ServiceOf("clock").Exit);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_service_that_dies_ends_the_command_early_with_all_that_it_started()
    {
        var system = SystemOf(new TestService("clock"));
        var result = await system.RunAsync("run", "--", "sh", "-c", "curl -s $CLOCK_SERVICE_URL/die; sleep 1000; exit 0");
        Assert.AreEqual(128 + (int)ProcessSignal.Terminate, result.ExitCode, result.ToString());
        result.AssertError(ErrorCodes.ServiceDied, "Clock Service ended with exit code 7 while it was in use");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Services_that_somebody_stops_end_the_command_early()
    {
        var system = SystemOf(new TestService("clock"));
        var run = system.Start("run", "--", "sh", "-c", "echo up; exec sleep 1000");
        await run.SaysAsync("up");
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
        var result = await run.EndAsync();
        Assert.AreEqual(128 + (int)ProcessSignal.Terminate, result.ExitCode, result.ToString());
        result.AssertError(ErrorCodes.StoppedInUse, "servicehost down asked for it.");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task The_second_Ctrl_C_kills_a_command_that_ignores_the_first()
    {
        var system = SystemOf(new TestService("clock"));
        var run = system.Start("run", "--", "sh", "-c", "trap 'echo heard' TERM; echo up; while :; do sleep 0.05; done");
        await run.SaysAsync("up");
        run.Signal(ProcessSignal.Interrupt);
        await run.SaysAsync("heard");
        run.Signal(ProcessSignal.Interrupt);
        Assert.AreEqual(128 + (int)ProcessSignal.Kill, (await run.EndAsync()).ExitCode);
        await system.AssertNothingLeftAsync();
    }
}
