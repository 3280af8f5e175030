using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Doctor;
using IntegrationSuite.ServiceHost.Doctor.Checks;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.Doctor;

/// <summary>What <c>servicehost doctor</c> says of the machine around a run.</summary>
[TestClass]
public sealed class SurroundingsTests : SystemTest
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Where_all_is_well_it_says_so_whether_services_run_or_not(bool running)
    {
        var system = SystemOf(new TestService("clock"));
        if (running)
        {
            await system.HoldAsync();
        }

        var result = (await system.RunAsync("doctor")).AssertExit(ExitCode.Success);
        Assert.AreEqual("", result.Error);
        Assert.IsTrue(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).All(line => line.StartsWith('✓')), result.Output);
        Assert.AreEqual(running, Directory.Exists(system.Options.ArtifactsDirectory), "looking leaves no folder");
    }

    [TestMethod]
    public async Task A_port_that_a_stranger_holds_is_told_with_his_process_and_fix_leaves_him_alone()
    {
        var system = SystemOf(new TestService("clock"));
        var stranger = await StrangerAsync(system.PortOf("clock"));
        (await system.RunAsync("doctor", "--fix"))
            .AssertExit(ExitCode.Failed)
            .AssertError(
                ErrorCodes.PortInUse,
                $"Port {system.PortOf("clock")} of Clock Service is in use by process {stranger.Identity.Pid} (node "
            );
        stranger.AssertAlive();
    }

    [TestMethod]
    public async Task A_port_that_another_run_holds_is_told_with_how_to_stop_it()
    {
        var (first, second) = (SystemOf(new TestService("clock")), SystemOf());
        await first.HoldAsync();
        File.Copy(first.Manifest, second.Manifest, overwrite: true);
        (await second.RunAsync("doctor", "--fix"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.PortInUse, $"servicehost down --artifacts \"{first.Options.ArtifactsDirectory}\"");
        Assert.IsTrue(first.ServiceOf("clock").Process!.IsAlive());
    }

    [TestMethod]
    public async Task A_suspended_supervisor_is_named()
    {
        var system = SystemOf(new TestService("clock"));
        (await system.RunAsync("up", "--keep")).AssertExit(ExitCode.Success);
        var supervisor = system.State!.Supervisor.Pid;
        Signals.Send(supervisor, ProcessSignal.Stop);
        await Until.TrueAsync(() => ProcessStat.TryRead(supervisor)?.State == 'T', () => "It was never suspended."); // on a busy machine its threads stop late
        (await system.RunAsync("doctor"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.SupervisorFailed, $"process {supervisor}", "suspended");
    }

    [TestMethod]
    public async Task Without_PostgreSQL_it_lists_the_ways_to_get_one_if_a_service_wants_it()
    {
        var nothing = new Dictionary<string, string> { ["PATH"] = "/nowhere", ["POSTGRES_SOURCES"] = "docker" };
        var wanting = await SystemOf(new TestService("notes") { Database = "notes" }).StartWith(nothing, "doctor").EndAsync();
        wanting.AssertExit(ExitCode.Failed).AssertError(ErrorCodes.PostgresNotFound, "apt-get install postgresql", "@embedded-postgres/");
        (await SystemOf(new TestService("clock")).StartWith(nothing, "doctor").EndAsync()).AssertExit(ExitCode.Success);
        (
            await SystemOf(new TestService("notes") { Database = "notes" }).StartWith(nothing, "doctor", "--postgres", "Host=db").EndAsync()
        ).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task An_SDK_that_does_not_fit_is_told_with_the_version_that_is_asked_for()
    {
        var system = SystemOf(new TestService("clock"));
        var file = Path.Combine(system.Folder, "global.json");
        await File.WriteAllTextAsync(file, """{ "sdk": { "version": "99.0.100", "rollForward": "disable" } }""");
        (await system.RunAsync("doctor")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.SdkMissing, "99.0.100", file);
    }

    [TestMethod]
    public void A_disk_with_less_room_than_a_run_wants_is_named()
    {
        var system = SystemOf(new TestService("clock"));
        var error = new DiskCheck(needed: long.MaxValue).Look(DoctorContext.Of(system.Options)).First().Error;
        Assert.AreEqual(ErrorCodes.DiskNearlyFull, error.Code);
        StringAssert.Contains(error.Message, $"The disk of '{system.Options.ArtifactsDirectory}' is nearly full: ");
    }

    [TestMethod]
    public async Task A_read_only_artifacts_folder_is_named()
    {
        // Nobody can write there, not even root.
        var result = await SystemOf(new TestService("clock")).RunAsync("doctor", "--artifacts", "/proc/integration");
        result.AssertExit(ExitCode.Failed).AssertError(ErrorCodes.RunDirectoryUnusable, "/proc/integration", "--artifacts");
    }

    [TestMethod]
    public async Task A_file_in_place_of_the_artifacts_folder_is_named()
    {
        var system = SystemOf(new TestService("clock"));
        await File.WriteAllTextAsync(Path.Combine(system.Folder, "artifacts"), "in the way");
        (await system.RunAsync("doctor"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.RunDirectoryUnusable, system.Options.RunDirectory);
    }

    [TestMethod]
    public async Task Mistakes_in_the_manifest_are_told_with_the_rest()
    {
        var system = SystemOf(new TestService("clock"));
        await File.WriteAllTextAsync(system.Manifest, """{ "services": [ { "name": "clock", "command": "node", "port": "high" } ] }""");
        var result = (await system.RunAsync("doctor"))
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.ManifestBadValue, system.Manifest);
        StringAssert.Contains(result.Output, "✓ The SDK fits");
    }
}
