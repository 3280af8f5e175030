using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

[TestClass]
public sealed class OrderTests : SystemTest
{
    [TestMethod]
    public async Task A_service_starts_once_those_it_depends_on_are_healthy()
    {
        var system = SystemOf(
            new TestService("front") { DependsOn = ["middle"] },
            new TestService("middle") { DependsOn = ["back"] },
            new TestService("back")
        );
        await system.HoldAsync();
        AssertInOrder(
            system,
            (RunEventKind.ServiceHealthy, "back"),
            (RunEventKind.ServiceStarted, "middle"),
            (RunEventKind.ServiceHealthy, "middle"),
            (RunEventKind.ServiceStarted, "front")
        );
    }

    [TestMethod]
    public async Task A_service_stops_before_those_it_depends_on()
    {
        var system = SystemOf(new TestService("back"), new TestService("front") { DependsOn = ["back"], Env = { ["STOP_AFTER"] = "300" } });
        var holder = await system.HoldAsync();
        await holder.ReleaseAsync(CancellationToken.None);
        AssertInOrder(system, (RunEventKind.ServiceStopped, "front"), (RunEventKind.ServiceStopped, "back"));
    }

    [TestMethod]
    public async Task Services_that_depend_on_nobody_do_not_wait_for_each_other()
    {
        // Neither is healthy before the other has started.
        var system = SystemOf(new TestService("left"), new TestService("right"));
        File.WriteAllText(
            Path.Combine(system.Folder, "pair.mjs"),
            """
            import { existsSync, writeFileSync } from 'node:fs';
            const { SERVICE_NAME: own } = process.env;
            writeFileSync(own, '');
            while (!existsSync(own === 'left' ? 'right' : 'left')) await new Promise(done => setTimeout(done, 20));
            await import('./service.mjs');
            """
        );
        system.WriteManifest(new TestService("left") { Command = "node pair.mjs" }, new TestService("right") { Command = "node pair.mjs" });
        await system.HoldAsync();
    }

    private static void AssertInOrder(SmallSystem system, params IReadOnlyList<(RunEventKind Kind, string Service)> expected)
    {
        var happened = system.Events.Select(each => (each.Kind, each.Service!)).Where(expected.Contains).ToList();
        CollectionAssert.AreEqual(expected.ToList(), happened, string.Join(", ", happened));
    }
}
