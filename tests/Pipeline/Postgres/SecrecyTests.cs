using Pipeline.Systems;
using ServiceHost.Client;

namespace Pipeline.Postgres;

[TestClass]
public sealed class SecrecyTests : SystemTest
{
    // The manifest is a pipe: until something is written to it, the supervisor that has just read its options reads on.
    [TestMethod]
    public async Task Nobody_else_can_read_with_which_password_a_supervisor_is_started()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Windows has no file modes and no mkfifo.");
            return;
        }

        var system = SystemOf(new TestService("clock"));
        var manifest = await File.ReadAllTextAsync(system.Manifest);
        File.Delete(system.Manifest);
        (await system.StartIn(["mkfifo", system.Manifest]).EndAsync()).AssertExit(ExitCode.Success);
        var temporary = Directory.CreateDirectory(Path.Combine(system.Folder, "tmp")).FullName;

        var run = system.StartWith(new() { ["TMPDIR"] = temporary }, "run", "--postgres", "Host=127.0.0.1;Password=secret", "--", "true");
        await Until.TrueAsync(() => Options().Length == 1, () => "It wrote no options.");
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Options().Single()));

        await File.WriteAllTextAsync(system.Manifest, manifest);
        (await run.EndAsync()).AssertExit(ExitCode.Success);
        Assert.IsEmpty(Options());

        string[] Options() => Directory.GetFiles(temporary, "servicehost-*.json");
    }
}
