using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

[TestClass]
public sealed class HealthTests : SystemTest
{
    [TestMethod]
    [DataRow(Mode.CrashAtStart, "the vault is gone")]
    [DataRow(Mode.CrashLeavingMute, "the vault collapsed")]
    public async Task A_service_that_ends_before_it_is_healthy_fails_the_start_within_a_second_with_its_last_lines(
        string mode,
        string lastLine
    )
    {
        // A busy machine only adds to the time: the quickest of three starts says how long the supervisor waited.
        var delays = new List<TimeSpan>();
        while (delays.Count < 3)
        {
            delays.Add(await TellAsync(mode, lastLine));
        }

        Assert.IsLessThan(TimeSpan.FromSeconds(1), delays.Min());
    }

    [TestMethod]
    public async Task A_service_that_crashes_once_is_not_retried_and_starts_the_next_time()
    {
        var system = SystemOf(new TestService("clock", Mode.CrashOnce) { Env = { ["MARK_FILE"] = "mark" } });
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.ExitedAtStart, "the vault sticks");
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_start_that_fails_before_its_caller_has_a_lease_is_told_and_not_tried_again()
    {
        var system = SystemOf(new TestService("clock", Mode.CrashOnce) { Env = { ["MARK_FILE"] = "mark" } });
        var late = new LateContext(() => system.State?.Supervisor.IsAlive() != true);
        var failure = await Assert.ThrowsExactlyAsync<SuiteException>(() => late.RunAsync(() => system.HoldAsync()));
        Assert.AreEqual(ErrorCodes.ExitedAtStart, failure.Errors.Single().Code);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    [DataRow(Mode.Hang, "nothing listens on port")]
    [DataRow(Mode.Health500, "GET /health answered 500")]
    [DataRow(Mode.HealthSlow, "GET /health was not answered within 2 s")]
    [DataRow(Mode.HealthRedirect, "GET /health answered 302, a redirect to /elsewhere")]
    public async Task A_service_that_never_gets_healthy_fails_the_start_with_what_the_last_probe_saw(string mode, string seen)
    {
        var system = SystemOf(new TestService("clock", mode) { StartTimeout = 6 });
        (await system.RunAsync("up"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.NotHealthyInTime, "Clock Service was not healthy after 6 s", seen);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_stranger_that_answers_200_on_the_port_is_not_the_service()
    {
        var system = SystemOf(new TestService("clock", Mode.Hang) { StartTimeout = 6 });
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = await system.LeaseAsync(onEvent: each => _ = each.Kind == RunEventKind.ServiceStarted && started.TrySetResult());
        await started.Task.WaitAsync(Until.Patience);
        var stranger = await StrangerAsync(system.PortOf("clock"));
        var failure = await Assert.ThrowsExactlyAsync<SuiteException>(() => client.WaitReadyAsync(CancellationToken.None));
        Assert.AreEqual(ErrorCodes.NotHealthyInTime, failure.Errors[0].Code);
        StringAssert.Contains(failure.Errors[0].Message, $"held by a stranger, process {stranger.Identity.Pid} (");
    }

    [TestMethod]
    public async Task A_service_that_listens_but_not_on_loopback_is_told_so()
    {
        var address = Dns.GetHostAddresses(Dns.GetHostName())
            .FirstOrDefault(each => each.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(each));
        if (address is null)
        {
            Assert.Inconclusive("This machine has no IPv4 address but loopback.");
        }

        var system = SystemOf(
            new TestService("clock")
            {
                Command = new System.Text.Json.Nodes.JsonArray(
                    "node",
                    "-e",
                    $"require('http').createServer().listen(process.env.PORT, '{address}')"
                ),
                StartTimeout = 5,
            }
        );
        (await system.RunAsync("up")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.NotHealthyInTime, "but not on 127.0.0.1");
    }

    /// <summary>Sees a start fail.</summary>
    /// <returns>How long after the service's death that was told.</returns>
    private async Task<TimeSpan> TellAsync(string mode, string lastLine)
    {
        var system = SystemOf(new TestService("clock", mode) { StopTimeout = 0.5 });
        var result = await system.RunAsync("up");
        Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        result.AssertError(
            ErrorCodes.ExitedAtStart,
            "Clock Service ended with exit code 3 before it was healthy",
            lastLine,
            $"Log: {system.ServiceOf("clock").Log}"
        );
        var died = DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse(Regex.Match(result.Error, @"at (\d+)\)").Groups[1].Value, CultureInfo.InvariantCulture)
        );
        var told = system.Events.First(each => each.Kind == RunEventKind.StartFailed).Time;
        await system.AssertNothingLeftAsync();
        return told - died;
    }
}
