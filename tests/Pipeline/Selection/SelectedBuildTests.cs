using IntegrationSuite.ServiceHost.Client;
using Pipeline.Builds;
using Pipeline.Systems;

namespace Pipeline.Selection;

/// <summary><c>-p:IntegrationTestSelection=changed</c> as a consumer sees it. The tests share one solution, so they go one after the other.</summary>
[TestClass]
[DoNotParallelize]
public sealed class SelectedBuildTests
{
    private static Consumer s_consumer = null!;
    private static string s_cache = null!;

    [ClassInitialize]
    public static void Write(TestContext _)
    {
        s_consumer = new Consumer();
        // The clock is a command: what it runs is known by git.
        File.WriteAllText(Path.Combine(s_consumer.System.Folder, ".gitignore"), "bin/\nobj/\nartifacts/\n");
        Programs.Run("git", "-C", s_consumer.System.Folder, "init", "-q");
        s_cache = Path.Combine(Directory.CreateTempSubdirectory("selection-").FullName, "store");
    }

    [ClassCleanup]
    public static async Task Remove()
    {
        await s_consumer.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(s_cache)!, recursive: true);
    }

    [TestInitialize]
    public void Reset() => s_consumer.Reset();

    [TestMethod]
    public async Task What_has_not_changed_is_not_run_again_and_what_fails_is()
    {
        StringAssert.Contains((await RunAsync()).Output, "– All tests run: no run of them is kept");

        var again = (await RunAsync()).AssertExit(ExitCode.Success).Output;
        StringAssert.Contains(again, "– No test needs to run: nothing has changed since ");
        StringAssert.Contains(again, "✓ Greeter Service");
        StringAssert.Contains(again, "✓ Integration test passed: 0 passed, 0 failed, 0 skipped, 9 unchanged since ");
        Assert.DoesNotContain("Starting", again);
        Assert.AreEqual("passed", s_consumer.Verdict);

        await File.AppendAllTextAsync(Path.Combine(s_consumer.System.Folder, "greeter", "Program.cs"), "// changed\n");
        var failed = await RunAsync("fail");
        StringAssert.Contains(failed.Output, "– 9 of 9 tests run, those that rest on clock, greeter");
        Assert.AreEqual("failed", s_consumer.Verdict);

        StringAssert.Contains((await RunAsync()).AssertExit(ExitCode.Success).Output, "– 9 of 9 tests run");
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task A_selection_that_there_is_not_is_an_error()
    {
        var result = await s_consumer.RunAsync("IntegrationTest", smoke: "", "-p:IntegrationTestSelection=some");
        StringAssert.Contains(result.Output, "SUITE110");
        StringAssert.Contains(result.Output, "it must be 'all' or 'changed'");
    }

    private static Task<CliResult> RunAsync(string smoke = "") =>
        s_consumer.RunAsync("IntegrationTest", smoke, "-p:IntegrationTestSelection=changed", $"-p:IntegrationTestCache={s_cache}");
}
