using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

[TestClass]
public sealed class DetachmentTests : SystemTest
{
    [TestMethod]
    public async Task The_supervisor_keeps_nothing_of_its_starter_and_writes_to_its_own_log()
    {
        var system = SystemOf(new TestService("clock"));
        // A lock of flock(1), say: whoever kept it open would keep it locked.
        var held = Path.Combine(system.Folder, "held");
        (
            await system.StartIn(["sh", "-c", "exec 9>held; exec \"$@\"", "sh", .. SmallSystem.ToolWords("up", "--keep")]).EndAsync()
        ).AssertExit(ExitCode.Success);
        var links = Directory
            .GetFiles($"/proc/{system.State!.Supervisor.Pid}/fd")
            .ToDictionary(path => Path.GetFileName(path), path => new FileInfo(path).LinkTarget);
        CollectionAssert.DoesNotContain(links.Values, held);
        Assert.AreEqual("/dev/null", links["0"]);
        Assert.AreEqual(Path.Combine(system.Options.RunDirectory, "servicehost.log"), links["1"]);
        Assert.AreEqual(links["1"], links["2"]);
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task A_service_leads_a_session_of_its_own_and_reads_nothing()
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var service = system.ServiceOf("clock").Process!.Pid;
        Assert.AreEqual(service, ProcessStat.TryRead(service)!.Value.Session);
        Assert.AreEqual("/dev/null", new FileInfo($"/proc/{service}/fd/0").LinkTarget);
        Assert.AreEqual(system.ServiceOf("clock").Log, new FileInfo($"/proc/{service}/fd/1").LinkTarget);
    }
}
