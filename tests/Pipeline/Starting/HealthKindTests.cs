using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>Services that are known to be healthy by something else than their <c>GET /health</c>.</summary>
[TestClass]
public sealed class HealthKindTests : SystemTest
{
    private const string ChoosesItsPort =
        "const s = require('http').createServer((q, a) => a.end('here')).listen(0, '127.0.0.1', () => console.log(`ready on ${s.address().port}`))";

    [TestMethod]
    public async Task A_service_that_chooses_its_port_and_says_so_in_its_log_is_found_there_by_all()
    {
        var system = SystemOf(
            new TestService("clock")
            {
                Command = new JsonArray("node", "-e", ChoosesItsPort.Replace("${", "$${")),
                Keys =
                {
                    ["port"] = null,
                    ["health"] = new JsonObject { ["log"] = "ready on (?<port>\\d+)" },
                },
            },
            new TestService("front") { DependsOn = ["clock"], Env = { ["CLOCK"] = "${clock.url} ${clock.port}" } }
        );
        var holder = await system.HoldAsync();
        var clock = system.ServiceOf("clock");
        using var http = new HttpClient();
        Assert.AreEqual("here", await http.GetStringAsync(clock.Url));
        var environment = await http.GetStringAsync(system.UrlOf("front") + "/environment");
        StringAssert.Contains(environment, $"\"CLOCK\":\"{clock.Url} {clock.Port}\"");
        StringAssert.Contains(environment, $"\"CLOCK_SERVICE_URL\":\"{clock.Url}\"");
        await using var second = await holder.AddInstanceAsync("clock", new Dictionary<string, string>(), CancellationToken.None);
        Assert.AreNotEqual(clock.Port, second.Port);
        Assert.AreEqual("here", await http.GetStringAsync(new Uri($"http://127.0.0.1:{second.Port}")));
    }

    [TestMethod]
    public async Task Half_a_line_of_the_log_is_no_sign_of_health()
    {
        var system = SystemOf(
            Worker("printf 'ready on 40'; sleep 1; echo 01; sleep 600", new JsonObject { ["log"] = "ready on (?<number>\\d+)" })
        );
        await system.HoldAsync();
        Assert.AreEqual("4001", system.ServiceOf("worker").Told["number"]);
    }

    [TestMethod]
    public async Task A_line_of_an_earlier_start_is_no_sign_of_health()
    {
        var system = SystemOf(
            Worker("test -f once || echo ready; touch once; sleep 600", new JsonObject { ["log"] = "^ready$" }) with
            {
                StartTimeout = 2,
            }
        );
        var holder = await system.HoldAsync();
        await holder.ChangeServiceAsync(ControlVerb.StopService, "worker", CancellationToken.None);
        var failure = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            holder.ChangeServiceAsync(ControlVerb.StartService, "worker", CancellationToken.None)
        );
        Assert.AreEqual(ErrorCodes.NotHealthyInTime, failure.Errors[0].Code);
        StringAssert.Contains(failure.Message, "no line of its log matches '^ready$'");
    }

    [TestMethod]
    [DataRow("""{ "log": "never" }""", "no line of its log matches 'never'")]
    [DataRow("""{ "command": ["sh", "-c", "exit 9"] }""", "'sh' ended with exit code 9")]
    [DataRow("""{ "command": "test -f ${name}.ready" }""", "'test' ended with exit code 1")]
    public async Task A_worker_that_gives_no_sign_fails_the_start_with_what_was_seen(string health, string seen)
    {
        var system = SystemOf(Worker("sleep 600", JsonNode.Parse(health)!) with { StartTimeout = 2 });
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.NotHealthyInTime, "Worker Service was not healthy after 2 s", seen);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("sleep 600", """{ "alive": 0.5 }""")]
    [DataRow("echo ready; sleep 600", """{ "log": "ready" }""")]
    [DataRow("sleep 0.5; touch worker.ready; sleep 600", """{ "command": "test -f ${name}.ready" }""")]
    public async Task A_worker_that_gives_its_sign_is_healthy_and_its_death_is_a_fault(string script, string health)
    {
        var system = SystemOf(Worker(script, JsonNode.Parse(health)!));
        var holder = await system.HoldAsync();
        Assert.AreEqual(
            (RunPhase.Ready, null, 0),
            (system.ServiceOf("worker").Phase, system.ServiceOf("worker").Url, system.ServiceOf("worker").Port)
        );
        Signals.Send(system.ServiceOf("worker").Process!.Pid, IntegrationSuite.ServiceHost.Processes.ProcessSignal.Kill);
        Assert.AreEqual(ErrorCodes.ServiceDied, (await holder.Fault.WaitAsync(Until.Patience)).Code);
    }

    [TestMethod]
    public async Task A_worker_that_ends_before_its_time_is_not_alive()
    {
        var system = SystemOf(Worker("sleep 0.2; exit 6", new JsonObject { ["alive"] = 60 }));
        (await system.RunAsync("up")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.ExitedAtStart, "exit code 6");
    }

    [TestMethod]
    public async Task A_sign_of_health_does_not_count_before_the_service_listens_on_its_port()
    {
        var system = SystemOf(
            new TestService("clock", Mode.Hang) { StartTimeout = 2, Keys = { ["health"] = new JsonObject { ["alive"] = 0.1 } } }
        );
        (await system.RunAsync("up")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.NotHealthyInTime, "nothing listens on port");
    }

    [TestMethod]
    public async Task A_service_that_listens_on_another_port_than_its_own_is_told_where()
    {
        var system = SystemOf(
            new TestService("clock") { StartTimeout = 3, Command = new JsonArray("sh", "-c", "PORT=$SPARE_PORT exec node service.mjs") }
        );
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(
                ErrorCodes.NotHealthyInTime,
                $"it listens on 127.0.0.1:{system.SparePort}, not on port {system.PortOf("clock")}: it did not take PORT"
            );
    }

    [TestMethod]
    [DataRow("""{ "path": "/health", "status": 500 }""")]
    [DataRow("""{ "status": ["200-299", 500] }""")]
    [DataRow("""{ "status": "400-599" }""")]
    public async Task The_statuses_that_the_manifest_names_are_healthy(string health)
    {
        var system = SystemOf(new TestService("clock", Mode.Health500) { Keys = { ["health"] = JsonNode.Parse(health) } });
        await system.HoldAsync();
    }

    private static TestService Worker(string script, JsonNode health) =>
        new("worker") { Command = new JsonArray("sh", "-c", script), Keys = { ["port"] = null, ["health"] = health } };
}
