using System.Globalization;
using System.Runtime.Versioning;
using IntegrationSuite.ServiceHost.Processes;

namespace Pipeline.Starting;

/// <summary>What a process gets and does not get from the one that starts it.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
[UnsupportedOSPlatform("windows")]
public sealed class UnixLauncherTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("launch-").FullName;

    private string Log => Path.Combine(_folder, "log");

    [TestCleanup]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DataRow("spring.datasource.url")]
    [DataRow("Logging:LogLevel:Default")]
    [DataRow("PLAIN")]
    public async Task Every_variable_arrives_whatever_its_name(string name)
    {
        await RunAsync(new() { [name] = "a b\nc" }, "env");
        StringAssert.Contains(await File.ReadAllTextAsync(Log), $"{name}=a b\nc\n");
    }

    [TestMethod]
    public async Task It_may_have_a_PATH_on_which_there_is_nothing()
    {
        await RunAsync(new() { ["PATH"] = _folder }, "/bin/echo", "started");
        Assert.AreEqual("started\n", await File.ReadAllTextAsync(Log));
    }

    [TestMethod]
    public async Task No_signal_is_ignored_or_blocked()
    {
        await RunAsync([], "grep", "-E", "^Sig(Ign|Blk)", "/proc/self/status");
        CollectionAssert.AreEqual(
            new[] { "SigBlk:\t0000000000000000", "SigIgn:\t0000000000000000" },
            (await File.ReadAllTextAsync(Log)).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [TestMethod]
    public async Task It_leads_a_session_of_its_own_from_the_id_that_it_was_started_with()
    {
        var process = Launch([], "sh", "-c", "ps -o pid= -o pgid= -o sid= -p $$");
        Assert.AreEqual(0, await process.Exited);
        var pid = process.Identity.Pid.ToString(CultureInfo.InvariantCulture);
        CollectionAssert.AreEqual(
            new[] { pid, pid, pid },
            (await File.ReadAllTextAsync(Log)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }

    [TestMethod]
    [DataRow("exit 7", 7)]
    [DataRow("kill -TERM $$", 143)]
    [DataRow("kill -KILL $$", 137)]
    public async Task Its_exit_code_comes_through(string script, int code) =>
        Assert.AreEqual(code, await Launch([], "sh", "-c", script).Exited);

    [TestMethod]
    public async Task Its_log_is_its_owners_alone_and_is_appended_to()
    {
        await RunAsync([], "echo", "one");
        await RunAsync([], "echo", "two");
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Log));
        Assert.AreEqual("one\ntwo\n", await File.ReadAllTextAsync(Log));
    }

    private async Task RunAsync(Dictionary<string, string> environment, string program, params string[] arguments) =>
        Assert.AreEqual(0, await Launch(environment, program, arguments).Exited);

    private IRunningProcess Launch(Dictionary<string, string> environment, string program, params string[] arguments)
    {
        environment.TryAdd("PATH", Environment.GetEnvironmentVariable("PATH")!);
        return UnixLauncher.Launch(new ProcessSpec(program, arguments, _folder, environment, Log));
    }
}
