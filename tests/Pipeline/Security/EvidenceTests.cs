using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.Storage;
using Pipeline.Systems;

namespace Pipeline.Security;

/// <summary>Nothing is killed or deleted without proof that it is the suite's own.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class EvidenceTests : SystemTest
{
    [TestMethod]
    [DataRow("init")]
    [DataRow("everybody")]
    [DataRow("own group")]
    [DataRow("this process")]
    [DataRow("a stranger")]
    public async Task A_state_file_that_names_a_process_which_is_not_of_the_run_ends_nobody(string named)
    {
        var system = SystemOf(new TestService("clock"));
        var stranger = await StrangerAsync();
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        var identity = named switch
        {
            "init" => new ProcessIdentity(1, ProcessStat.TryRead(1)!.Value.StartTicks),
            "everybody" => new ProcessIdentity(-1, 0),
            "own group" => new ProcessIdentity(0, 0),
            "this process" => ProcessIdentities.Own,
            _ => stranger.Identity,
        };
        var forged = system.State! with { Phase = RunPhase.Ready, Services = [system.ServiceOf("clock") with { Process = identity }] };
        await File.WriteAllTextAsync(system.Options.StateFile, JsonSerializer.Serialize(forged, ClientJson.Options));

        (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Success);
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
        stranger.AssertAlive();
    }

    [TestMethod]
    public async Task A_stranger_that_carries_another_runs_mark_is_left_alone()
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        var stranger = system.StartWith(new() { [RunState.IdVariable] = system.State!.RunId + "0" }, "logs", "clock", "--follow");
        Killing.KillTests.KillSupervisorAndWatchdog(system.State);

        (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Success);
        Assert.IsFalse(stranger.HasExited, "a mark that only begins like the run's is another's");
        stranger.Signal(IntegrationSuite.ServiceHost.Processes.ProcessSignal.Terminate);
        await stranger.EndAsync();
    }

    [TestMethod]
    public void A_run_directory_whose_lock_is_held_is_not_dead_and_one_that_was_left_is_taken_once()
    {
        var @base = Directory.CreateTempSubdirectory("runs-").FullName;
        using (var alive = RunDirectory.Create(@base, "alive", "/nowhere"))
        {
            RunDirectory.Create(@base, "dead", "/nowhere").Leave();
            var dead = RunDirectory.TakeDead(@base, _ => true).Single();
            Assert.AreEqual(("dead", "/nowhere"), (dead.RunId, dead.StartedIn));
            Assert.IsEmpty(RunDirectory.TakeDead(@base, _ => true));
            dead.Dispose();
        }

        Assert.IsEmpty(Directory.GetDirectories(Path.Combine(@base, "runs")));
        Directory.Delete(@base, recursive: true);
    }

    [TestMethod]
    [TestCategory("Root")]
    [DataRow("--pid", "--mount-proc")]
    [DataRow("--mount")]
    public async Task A_run_in_another_namespace_that_shares_the_memory_is_not_taken_for_dead(params string[] namespaces)
    {
        if (!OperatingSystem.IsLinux() || !Users.IsRoot)
        {
            Assert.Inconclusive("Only root, on Linux, can make a namespace here.");
        }

        var (inside, outside) = (
            SystemOf(new TestService("notes") { Database = "notes" }),
            SystemOf(new TestService("notes") { Database = "notes" })
        );
        var run = inside.StartIn([
            "unshare",
            .. namespaces,
            "--fork",
            "--kill-child",
            .. SmallSystem.ToolWords("run", "--", "sh", "-c", "until [ -e over ]; do sleep 0.1; done"),
        ]);
        await Until.TrueAsync(() => inside.State is { Phase: RunPhase.Ready }, () => $"It was never ready: {inside.OwnLog}");

        (await outside.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);

        Assert.IsTrue(Directory.Exists(inside.State!.Postgres!.DataDirectory), "its data is gone");
        await inside.RunAsync("doctor", "--fix");
        Assert.IsTrue(Directory.Exists(inside.State.Postgres.DataDirectory), "its data is gone");
        await File.WriteAllTextAsync(Path.Combine(inside.Folder, "over"), "");
        (await run.EndAsync()).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    [TestCategory("Root")]
    public async Task A_name_in_a_shared_folder_that_another_user_took_first_is_passed_over_and_nothing_is_written_there()
    {
        using var other = OtherUser.Make();
        using var third = OtherUser.Make();
        foreach (var shared in new[] { "/tmp", "/dev/shm" })
        {
            var taken = $"{shared}/servicehost-{other.Id.ToString(CultureInfo.InvariantCulture)}";
            Directory.CreateDirectory(taken);
            File.SetUnixFileMode(taken, (UnixFileMode)0b111_111_111);
            third.Own(taken);
        }

        var folder = Directory.CreateTempSubdirectory("taken-").FullName;
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        Staging.Copy(Path.GetDirectoryName(BuiltWith.ServiceHost)!, Path.Combine(folder, "tool")); // the working copy may be closed to others
        await File.WriteAllTextAsync(
            Path.Combine(folder, "services.json"),
            File.ReadAllText(SystemOf(new TestService("notes") { Database = "notes" }).Manifest)
        );
        File.Copy(Path.Combine(SmallSystem.Scripts, "service.mjs"), Path.Combine(folder, "service.mjs"));
        var said = other.Sh($"cd {folder} && HOME=/nowhere {DotnetHost.FilePath} tool/servicehost.dll run -- true; echo exit $?");

        StringAssert.Contains(said, "exit 0");
        Assert.IsEmpty(Directory.GetFileSystemEntries($"/tmp/servicehost-{other.Id}"));
        Assert.IsEmpty(Directory.GetFileSystemEntries($"/dev/shm/servicehost-{other.Id}"));
        Directory.Delete(folder, recursive: true);
    }

    [TestMethod]
    [TestCategory("Root")]
    public async Task In_another_users_folder_nothing_is_written_and_nothing_keeps_the_tool_waiting()
    {
        using var other = OtherUser.Make();
        var system = SystemOf(new TestService("clock"));
        var logs = Directory.CreateDirectory(Path.Combine(system.Options.RunDirectory, "logs")).FullName;
        File.SetUnixFileMode(system.Folder, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(system.Options.RunDirectory, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(logs, (UnixFileMode)0b111_111_111);
        other.Own(system.Options.RunDirectory);
        other.Own(logs);
        other.Sh($"mkfifo {system.Options.StateFile} {logs}/fifo.log; ln -s /etc/hostname {logs}/link.log");
        var before = Directory.GetFileSystemEntries(system.Options.RunDirectory, "*", SearchOption.AllDirectories).Order().ToList();

        (await system.RunAsync("doctor", "--fix")).AssertExit(ExitCode.Failed).AssertError(ErrorCodes.FolderNotSafe, other.Name);
        (await system.RunAsync("run", "--", "true")).AssertError(ErrorCodes.FolderNotSafe, other.Name);
        (await system.RunAsync("status")).AssertExit(ExitCode.NotRunning);
        (await system.RunAsync("logs", "fifo")).AssertError(ErrorCodes.UnknownService, "is not a log of yours");
        (await system.RunAsync("logs", "link")).AssertError(ErrorCodes.UnknownService, "is not a log of yours");

        CollectionAssert.AreEqual(
            before,
            Directory.GetFileSystemEntries(system.Options.RunDirectory, "*", SearchOption.AllDirectories).Order().ToList()
        );
    }

    [TestMethod]
    public async Task A_program_in_the_current_folder_is_not_taken_for_one_on_the_PATH()
    {
        var system = SystemOf(new TestService("clock"));
        var planted = Path.Combine(system.Folder, "true");
        await File.WriteAllTextAsync(planted, "#!/bin/sh\nexit 42\n");
        File.SetUnixFileMode(planted, (UnixFileMode)0b111_101_101);
        (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    [TestCategory("Root")]
    public async Task A_manifest_of_another_users_above_the_current_folder_is_refused_unless_it_is_named()
    {
        using var other = OtherUser.Make();
        var system = SystemOf(new TestService("clock"));
        other.Own(system.Manifest);
        (await system.RunAsync("run", "--", "true")).AssertError(ErrorCodes.FolderNotSafe, system.Manifest, "--manifest");
        (await system.RunAsync("run", "--manifest", system.Manifest, "--", "true")).AssertExit(ExitCode.Success);
    }
}
