using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Storage;
using Pipeline.Systems;

namespace Pipeline.Containers;

/// <summary>Without a container engine. A script stands in for a client whose engine does not answer, and notes that it was asked.</summary>
[TestClass]
public sealed class NoEngineTests : SystemTest
{
    private const string Asked = "asked";

    [TestMethod]
    public async Task A_start_that_takes_one_is_one_error_that_names_the_services_and_starts_nothing()
    {
        var system = SystemOf(InContainer("cache"), InContainer("queue"), new TestService("clock"));
        var result = await RunAsync(system, "run", "--", "true");
        result
            .AssertExit(ExitCode.Failed)
            .AssertError(
                ErrorCodes.NoContainerEngine,
                "Cache Service (cache:7), Queue Service (queue:7)",
                "the engine is on holiday",
                LaunchOptions.ContainerEngineVariable
            );
        Assert.HasCount(1, result.Error.Split(": error ")[1..]);
        Assert.DoesNotContain(RunEventKind.ServiceStarted, system.Events.Select(each => each.Kind));
        await system.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task The_doctor_says_so_too()
    {
        var system = SystemOf(InContainer("cache"));
        (await RunAsync(system, "doctor")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.NoContainerEngine, "Cache Service");
    }

    [TestMethod]
    public async Task Whoever_has_no_image_asks_none()
    {
        var system = SystemOf(new TestService("clock"));
        (await RunAsync(system, "run", "--", "true")).AssertExit(ExitCode.Success);
        await RunAsync(system, "doctor");
        Assert.IsFalse(File.Exists(Path.Combine(system.Folder, Asked)));
    }

    [TestMethod]
    public async Task Check_shows_what_would_run_and_asks_none()
    {
        var system = SystemOf(new TestService("cache") { Keys = { ["image"] = "cache:${env:TAG:-7}", ["containerPort"] = 7000 } });
        var sheet = (await RunAsync(system, "check")).AssertExit(ExitCode.Success).Output;
        StringAssert.Contains(sheet, "  runs         a container of cache:7 node service.mjs");
        StringAssert.Contains(sheet, $"  publishes    its port 7000 as 127.0.0.1:{system.PortOf("cache")}");
        StringAssert.Contains(sheet, "  environment  PORT=7000");
        Assert.IsFalse(File.Exists(Path.Combine(system.Folder, Asked)));
    }

    [TestMethod]
    public async Task What_is_left_with_an_engine_that_is_gone_is_a_warning_stays_noted_and_holds_nobody_up()
    {
        var system = SystemOf(new TestService("clock"));
        var dead = RunDirectory.Create(PrivatePaths.Runtime, $"{Guid.NewGuid()}", system.Options.RunDirectory);
        EngineNote.Write(dead.Path, new ContainerEngine(["/nowhere/engine"]));
        dead.Leave();
        try
        {
            var result = (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
            StringAssert.Contains(result.Error, $"warning {ErrorCodes.ContainerLeft}: ");
            StringAssert.Contains(result.Error, dead.Path);
            (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.ContainerLeft, "/nowhere/engine");
            Assert.IsTrue(Directory.Exists(dead.Path));
        }
        finally
        {
            Directory.Delete(dead.Path, recursive: true);
        }
    }

    private static TestService InContainer(string name) => new(name) { Keys = { ["image"] = $"{name}:7" } };

    private static Task<CliResult> RunAsync(SmallSystem system, params string[] arguments)
    {
        var client = Path.Combine(system.Folder, "client.sh");
        File.WriteAllText(client, $"touch '{system.Folder}/{Asked}'\necho 'the engine is on holiday' >&2\nexit 1\n");
        return system.StartWith(new() { [LaunchOptions.ContainerEngineVariable] = $"sh '{client}'" }, arguments).EndAsync();
    }
}
