using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>A run with a database works wherever its user's home, temporary folder and caches are, or is one clear error.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public sealed class OddSurroundingsTests : SystemTest
{
    [TestMethod]
    [DataRow("HOME", "/nowhere")]
    [DataRow("HOME", "")]
    [DataRow("XDG_CACHE_HOME", "relative")]
    [DataRow("XDG_RUNTIME_DIR", "/nowhere")]
    [DataRow("TMPDIR", "relative/folder")]
    [DataRow("TMPDIR", "/nowhere")]
    [DataRow("DOTNET_ROOT", "/nowhere")]
    public async Task A_run_passes_with(string variable, string value)
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        (await system.StartWith(new() { [variable] = value }, "run", "--", "true").EndAsync()).AssertExit(ExitCode.Success);
        await system.AssertNothingLeftAsync();
        LeftoverSearch.AssertNoFiles(system);
    }

    [TestMethod]
    public async Task A_run_passes_with_a_temporary_folder_whose_path_is_longer_than_a_sockets_may_be()
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        var folder = Directory.CreateDirectory(Path.Combine(system.Folder, new string('x', 100))).FullName;
        (await system.StartWith(new() { ["TMPDIR"] = folder }, "run", "--", "true").EndAsync()).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    [DataRow("077")]
    [DataRow("0")]
    public async Task A_run_passes_with_the_umask(string umask)
    {
        var system = SystemOf(new TestService("notes") { Database = "notes" });
        var run = system.StartIn(["sh", "-c", $"umask {umask}; exec \"$@\"", "sh", .. SmallSystem.ToolWords("run", "--", "true")]);
        (await run.EndAsync()).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task A_home_that_can_not_be_written_is_passed_over_and_a_cache_that_was_asked_for_is_named()
    {
        if (Users.IsRoot)
        {
            Assert.Inconclusive("Root writes everywhere, and has its cache elsewhere.");
        }

        var system = SystemOf(new TestService("notes") { Database = "notes" });
        var closed = Directory.CreateDirectory(Path.Combine(system.Folder, "closed")).FullName;
        File.SetUnixFileMode(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (await system.StartWith(new() { ["HOME"] = closed }, "run", "--", "true").EndAsync()).AssertExit(ExitCode.Success);
        foreach (var command in new[] { "run -- true", "doctor" })
        {
            (await system.StartWith(new() { ["XDG_CACHE_HOME"] = closed }, command.Split(' ')).EndAsync())
                .AssertExit(ExitCode.Failed)
                .AssertError(ErrorCodes.FolderNotSafe, "XDG_CACHE_HOME", closed);
        }
    }
}
