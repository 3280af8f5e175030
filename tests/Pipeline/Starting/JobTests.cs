using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>Commands that must end with 0: jobs, and what runs before a service.</summary>
[TestClass]
public sealed class JobTests : SystemTest
{
    [TestMethod]
    public async Task A_job_runs_once_its_dependencies_are_healthy_and_is_done_before_whoever_depends_on_it_starts()
    {
        var system = SystemOf(
            new TestService("clock"),
            Job("seed", "test -n \"$CLOCK_SERVICE_URL\" && echo $SEED > seeded", dependsOn: "clock") with
            {
                Env = new() { ["SEED"] = "${clock.port}" },
            },
            new TestService("late") { DependsOn = ["seed"], Command = new JsonArray("sh", "-c", "test -f seeded && exec node service.mjs") }
        );
        var up = system.Start("up");
        await up.SaysAsync("✓ Running Seed Service... OK");
        await up.SaysAsync("✓ All services healthy");
        Assert.AreEqual($"{system.PortOf("clock")}\n", await File.ReadAllTextAsync(Path.Combine(system.Folder, "seeded")));
        Assert.AreEqual(RunPhase.Completed, system.ServiceOf("seed").Phase);
        Assert.IsNull(system.ServiceOf("seed").Url);
    }

    [TestMethod]
    public async Task A_job_that_fails_fails_the_start_with_its_own_words_and_nobody_who_depends_on_it_starts()
    {
        var system = SystemOf(Job("seed", "echo 'Error: no seeds'; exit 3"), new TestService("late") { DependsOn = ["seed"] });
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.JobFailed, "The job Seed Service ended with exit code 3, not with 0", "no seeds");
        Assert.IsFalse(system.Events.Any(each => each is { Kind: RunEventKind.ServiceStarted, Service: "late" }));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_job_that_does_not_end_in_time_is_stopped_with_all_that_it_started()
    {
        var system = SystemOf(Job("seed", "sleep 600 & sleep 600") with { StartTimeout = 1, StopTimeout = 1 });
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.JobLate, "The job Seed Service did not end within 1 s");
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task What_a_job_leaves_running_ends_with_it()
    {
        var system = SystemOf(Job("seed", "sleep 600 &"));
        await system.HoldAsync();
        Assert.IsEmpty(
            LeftoverSearch.Processes(system).Where(pid => ProcessTable.CommandLine(pid).StartsWith("sleep 600", StringComparison.Ordinal))
        );
    }

    [TestMethod]
    public async Task What_must_run_before_a_service_runs_in_its_order_with_the_services_environment()
    {
        var system = SystemOf(
            new TestService("clock")
            {
                Env = { ["COLOUR"] = "blue" },
                Keys =
                {
                    ["before"] = new JsonArray(new JsonArray("sh", "-c", "echo $COLOUR $PORT > one"), "cp one two", "cp two ${name}.three"),
                },
            }
        );
        await system.HoldAsync();
        Assert.AreEqual($"blue {system.PortOf("clock")}\n", await File.ReadAllTextAsync(Path.Combine(system.Folder, "clock.three")));
    }

    [TestMethod]
    [DataRow("sh -c 'echo the oven is cold >&2; exit 4'", ErrorCodes.JobFailed, "ended with exit code 4, not with 0")]
    [DataRow("sleep 600", ErrorCodes.JobLate, "did not end within 1 s")]
    [DataRow("no-such-program", ErrorCodes.LaunchFailed, "'no-such-program' was not found")]
    public async Task What_must_run_before_a_service_and_fails_fails_the_start_and_the_service_is_not_started(
        string command,
        string code,
        string says
    )
    {
        var system = SystemOf(
            new TestService("clock") { Keys = { ["before"] = new JsonArray(command), ["beforeTimeout"] = 1 }, StopTimeout = 1 }
        );
        (await system.RunAsync("up")).AssertExit(ExitCode.Failed).AssertError(code, says, "Clock Service");
        Assert.IsFalse(system.Events.Any(each => each.Kind == RunEventKind.ServiceStarted));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow("job")]
    [DataRow("before")]
    public async Task A_command_that_runs_ends_with_a_supervisor_that_is_killed(string kind)
    {
        const string Command = "touch begun; sleep 600 & wait";
        var system = SystemOf(
            kind == "job"
                ? Job("seed", Command)
                : new TestService("seed") { Keys = { ["before"] = new JsonArray(new JsonArray("sh", "-c", Command)) } }
        );
        var client = await system.LeaseAsync(); // who has none yet would start it anew
        await Until.TrueAsync(() => File.Exists(Path.Combine(system.Folder, "begun")), () => system.EventText);
        Signals.Send(system.State!.Supervisor.Pid, IntegrationSuite.ServiceHost.Processes.ProcessSignal.Kill);
        var failure = await Assert.ThrowsExactlyAsync<SuiteException>(() => client.WaitReadyAsync(CancellationToken.None));
        Assert.AreEqual(ErrorCodes.SupervisorLost, failure.Errors.Single().Code);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_job_has_no_second_instance()
    {
        var system = SystemOf(Job("seed", "true"), new TestService("clock"));
        var holder = await system.HoldAsync();
        var failure = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            holder.AddInstanceAsync("seed", new Dictionary<string, string>(), CancellationToken.None)
        );
        StringAssert.Contains(failure.Message, "it is a job");
    }

    private static TestService Job(string name, string script, params string[] dependsOn) =>
        new(name)
        {
            Command = new JsonArray("sh", "-c", script),
            DependsOn = dependsOn,
            Keys = { ["kind"] = "job", ["port"] = null },
        };
}
