using Pipeline.Systems;

namespace Pipeline.Security;

[TestClass]
public sealed class OtherUsersPortTests : SystemTest
{
    // Takes the port as soon as it can, and says so.
    private const string Take =
        "const take = () => require('net').createServer().on('error', () => setTimeout(take, 1)).listen(+process.argv[1], '127.0.0.1', () => console.log('taken')); take()";

    [TestMethod]
    [TestCategory("Root")]
    public async Task A_port_that_another_user_takes_as_the_run_ends_is_no_fault_of_the_run()
    {
        using var other = OtherUser.Make();
        var system = SystemOf(new TestService("clock"));
        var port = system.PortOf("clock");
        var run = system.Start("run", "--", "sleep", "60");
        await Until.TrueAsync(
            () => system.State is { Phase: IntegrationSuite.ServiceHost.Client.RunPhase.Ready },
            () => "It was never ready."
        );
        var taker = system.Track(new CliProcess(Until.Patience, "/", [], [.. other.Words("node", "-e", Take, $"{port}")]));

        run.Signal(IntegrationSuite.ServiceHost.Processes.ProcessSignal.Terminate);
        var result = await run.EndAsync();

        await taker.SaysAsync("taken");
        Assert.IsTrue(IntegrationSuite.ServiceHost.Ports.PortObstacle.Find(port)!.IsAnotherUsers); // however late he took it
        Assert.IsFalse(result.Error.Contains("SUITE403", StringComparison.Ordinal), result.Error);
        taker.Signal(IntegrationSuite.ServiceHost.Processes.ProcessSignal.Kill);
        await taker.EndAsync();
    }
}
