using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Instances;

/// <summary>Second instances of services, which tests keep for a while.</summary>
[TestClass]
public sealed class InstanceTests : SystemTest
{
    private static readonly Dictionary<string, string> s_none = [];

    [TestMethod]
    public async Task An_instance_runs_beside_the_first_with_neighbours_of_its_own()
    {
        var system = SystemOf(new TestService("clock"), new TestService("front"));
        var holder = await system.HoldAsync();
        await using var instance = await holder.AddInstanceAsync(
            "front",
            new Dictionary<string, string> { ["CLOCK_SERVICE_URL"] = "http://127.0.0.1:1" },
            CancellationToken.None
        );
        var environment = await EnvironmentAsync(instance.Port);

        Assert.AreEqual("http://127.0.0.1:1", environment["CLOCK_SERVICE_URL"]);
        Assert.AreEqual("front", environment["SERVICE_NAME"]);
        Assert.AreEqual(system.UrlOf("clock"), (await EnvironmentAsync(system.PortOf("front")))["CLOCK_SERVICE_URL"]);
        Assert.AreEqual(instance.Name, system.State!.Instances.Single().Name);
    }

    [TestMethod]
    public async Task An_instance_stops_and_starts_by_its_name_on_the_same_port_and_nobody_dies_of_it()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        await using var instance = await holder.AddInstanceAsync("clock", s_none, CancellationToken.None);
        await holder.ChangeServiceAsync(ControlVerb.StopService, instance.Name, CancellationToken.None);
        Assert.IsTrue(TestPort.IsFree(instance.Port));
        await holder.ChangeServiceAsync(ControlVerb.StartService, instance.Name, CancellationToken.None);

        Assert.AreEqual("clock", (await EnvironmentAsync(instance.Port))["SERVICE_NAME"]);
        Assert.IsFalse(holder.Fault.IsCompleted, "a stop that was asked for is no death");
    }

    [TestMethod]
    public async Task An_instance_ends_when_it_is_given_back_and_the_first_goes_on()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        var instance = await holder.AddInstanceAsync("clock", s_none, CancellationToken.None);
        await instance.DisposeAsync();

        Assert.IsTrue(TestPort.IsFree(instance.Port));
        Assert.IsEmpty(system.State!.Instances);
        Assert.IsTrue(system.ServiceOf("clock").Process!.IsAlive());
    }

    [TestMethod]
    public async Task An_instance_that_nobody_gives_back_ends_with_the_run()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        await holder.AddInstanceAsync("clock", s_none, CancellationToken.None);
        await holder.ReleaseAsync(CancellationToken.None);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task An_instance_ends_with_a_supervisor_that_is_killed()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        await holder.AddInstanceAsync("clock", s_none, CancellationToken.None);
        Signals.Send(system.State!.Supervisor.Pid, ProcessSignal.Kill);
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task An_instance_that_dies_is_a_death_like_any_other()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        var instance = await holder.AddInstanceAsync("clock", s_none, CancellationToken.None);
        await Crash.OnRequestAsync($"http://127.0.0.1:{instance.Port}");

        var death = await holder.Fault.WaitAsync(Until.Patience);
        Assert.AreEqual((ErrorCodes.ServiceDied, instance.Name), (death.Code, death.Service));
    }

    [TestMethod]
    public async Task An_instance_that_does_not_start_says_why_and_leaves_nothing()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        var crash = new Dictionary<string, string> { ["MODE"] = Mode.CrashAtStart };
        var refusal = await Assert.ThrowsExactlyAsync<SuiteException>(() =>
            holder.AddInstanceAsync("clock", crash, CancellationToken.None)
        );

        Assert.AreEqual(ErrorCodes.ExitedAtStart, refusal.Errors[0].Code);
        StringAssert.Contains(refusal.Errors[0].Message, "the vault is gone");
        Assert.IsEmpty(system.State!.Instances);
    }

    private static async Task<Dictionary<string, string>> EnvironmentAsync(int port) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(await GetAsync(port, "/environment"))!;

    private static async Task<string> GetAsync(int port, string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync($"http://127.0.0.1:{port}{path}");
    }
}
