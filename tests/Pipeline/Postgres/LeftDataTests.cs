using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Postgres.Private;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Storage;
using Pipeline.Killing;
using Pipeline.Systems;

namespace Pipeline.Postgres;

/// <summary>The data directory of a private server, most often in memory, goes with its run, whatever is killed and when.</summary>
[TestClass]
[TestCategory("Root")] // as root, another user runs the server
public sealed class LeftDataTests : SystemTest
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task What_a_supervisor_had_copied_when_it_was_killed_is_removed_by_its_watchdog(bool folderIsGone)
    {
        var system = SystemOf(new TestService("clock"));
        var folder = new RunFolder(system.Options);
        var data = CreateData(system, folder.RunId);
        if (folderIsGone)
        {
            Directory.Delete(folder.Path, recursive: true);
        }

        // An end of its stdin without another word is how it hears that its supervisor was killed.
        var watchdog = system.StartIn([
            "sh",
            "-c",
            $"echo {folder.RunId} | exec \"$@\"",
            "sh",
            .. SmallSystem.ToolWords("watchdog", folder.Path),
        ]);
        (await watchdog.EndAsync()).AssertExit(ExitCode.Success);

        Assert.IsFalse(Directory.Exists(data), data);
        Assert.AreEqual(!folderIsGone, Directory.Exists(folder.Path));
    }

    [TestMethod]
    public async Task What_outlives_supervisor_and_watchdog_is_removed_by_the_next_run_of_any_folder_and_what_lives_is_not()
    {
        var (dead, alive, next) = (SystemOf(WithDatabase()), SystemOf(WithDatabase()), SystemOf(WithDatabase()));
        await Task.WhenAll(dead.HoldAsync(), alive.HoldAsync());
        var (left, used) = (dead.State!.Postgres!, alive.State!.Postgres!);
        KillTests.KillSupervisorAndWatchdog(dead.State);

        (await next.RunAsync("run", "--", "true")).AssertExit(ExitCode.Success);

        Assert.IsFalse(left.Process!.IsAlive());
        Assert.IsFalse(Directory.Exists(left.DataDirectory), left.DataDirectory);
        Assert.IsTrue(used.Process!.IsAlive());
        Assert.IsTrue(Directory.Exists(used.DataDirectory), used.DataDirectory);
        await dead.AssertNothingLeftAsync();
    }

    private static TestService WithDatabase() => new("notes") { Database = "notes" };

    // As a supervisor leaves it that is killed: the kernel unlocks what it had locked.
    private static string CreateData(SmallSystem system, string runId)
    {
        RunFolder.Open(system.Options);
        var @base = DataDirectory.Bases(system.Options.RunDirectory).First();
        var run = RunDirectory.Create(@base, runId, system.Options.RunDirectory);
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(run.Path, "data")).FullName, "PG_VERSION"), "18");
        run.Leave();
        return run.Path;
    }
}
