using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Stopping;

/// <summary>A service that closes its listener and lives on.</summary>
[TestClass]
public sealed class DeafServiceTests : SystemTest
{
    [TestMethod]
    public async Task Status_says_that_a_service_does_not_listen_any_more()
    {
        var system = SystemOf(new TestService("clock"), new TestService("watch"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        await DeafenAsync(system);
        var fault = $"nothing listens on port {system.PortOf("clock")}";
        StringAssert.Matches(
            (await system.RunAsync("status")).AssertExit(ExitCode.Success).Output,
            new($@"clock +failed .+ process \d+, but {fault}\n")
        );
        var told = JsonSerializer.Deserialize<RunState>((await system.RunAsync("status", "--json")).Output, ClientJson.Options)!;
        CollectionAssert.AreEqual(
            new[] { (RunPhase.Failed, fault), (RunPhase.Ready, null) },
            told.Services.Select(service => (service.Phase, service.Fault)).ToList()
        );
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task The_run_fails_though_the_command_did_not_notice()
    {
        var system = SystemOf(new TestService("clock"));
        var result = (
            await system.RunAsync(
                "run",
                "--",
                "sh",
                "-c",
                "curl -s $CLOCK_SERVICE_URL/deafen; while curl -s $CLOCK_SERVICE_URL; do :; done; true"
            )
        ).AssertExit(ExitCode.Failed);
        result.AssertError(
            ErrorCodes.StoppedListening,
            "Clock Service runs, but stopped listening while it was in use: nothing listens on port"
        );
        Assert.HasCount(2, result.Error.Split(": error "), result.ToString());
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_run_that_joined_others_fails_too_when_it_ends()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        (
            await system.RunAsync(
                "run",
                "--",
                "sh",
                "-c",
                "curl -s $CLOCK_SERVICE_URL/deafen; while curl -s $CLOCK_SERVICE_URL; do :; done; true"
            )
        )
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.StoppedListening);
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task A_look_at_the_state_ends_the_command_that_uses_such_a_service()
    {
        var system = SystemOf(new TestService("clock"));
        var run = system.Start("run", "--", "sh", "-c", "curl -s $CLOCK_SERVICE_URL/deafen; echo up; exec sleep 1000");
        await run.SaysAsync("up");
        await Until.TrueAsync(() => TestPort.IsFree(system.PortOf("clock")), () => "It still listens.");
        await system.RunAsync("status");
        (await run.EndAsync()).AssertError(ErrorCodes.StoppedListening);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow(ControlVerb.StopService, RunPhase.Stopped)]
    [DataRow(ControlVerb.PauseService, RunPhase.Ready)]
    public async Task A_service_that_was_stopped_or_paused_on_request_is_not_reported(ControlVerb verb, RunPhase phase)
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        await holder.ChangeServiceAsync(verb, "clock", CancellationToken.None);
        var told = JsonSerializer.Deserialize<RunState>((await system.RunAsync("status", "--json")).Output, ClientJson.Options)!;
        Assert.AreEqual((phase, null), (told.Services[0].Phase, told.Services[0].Fault));
        var errors = (await holder.ReleaseAsync(CancellationToken.None)).Select(each => each.Error).OfType<SuiteError>();
        Assert.IsEmpty(errors.Where(error => error.Code == ErrorCodes.StoppedListening));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_service_that_was_started_again_is_well_again()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        await DeafenAsync(system);
        await system.RunAsync("status");
        await holder.ChangeServiceAsync(ControlVerb.StopService, "clock", CancellationToken.None);
        await holder.ChangeServiceAsync(ControlVerb.StartService, "clock", CancellationToken.None);
        StringAssert.Matches((await system.RunAsync("status")).Output, new(@"clock +ready .+ process \d+\n"));
    }

    private static async Task DeafenAsync(SmallSystem system)
    {
        using var http = new HttpClient();
        Assert.AreEqual("what did you say?", await http.GetStringAsync(system.UrlOf("clock") + "/deafen"));
        await Until.TrueAsync(() => TestPort.IsFree(system.PortOf("clock")), () => "It still listens.");
    }
}
