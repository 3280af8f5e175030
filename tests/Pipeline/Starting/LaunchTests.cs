using System.Text.Json;
using System.Text.Json.Nodes;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>How a supervisor is launched: what it is told, and what it says.</summary>
[TestClass]
public sealed class LaunchTests : SystemTest
{
    [TestMethod]
    public async Task Errors_larger_than_a_pipe_are_all_told()
    {
        var system = SystemOf();
        var services = Enumerable
            .Range(1, 120)
            .Select(number => new JsonObject
            {
                ["name"] = $"s{number}",
                ["command"] = "true",
                ["port"] = number,
                ["uno"] = 1,
                ["due"] = 2,
                ["tre"] = 3,
            });
        await File.WriteAllTextAsync(system.Manifest, new JsonObject { ["services"] = new JsonArray([.. services]) }.ToJsonString());
        var result = (await system.RunAsync("run", "--", "true")).AssertExit(ExitCode.BadInput);
        Assert.HasCount(361, result.Error.Split($": error {ErrorCodes.ManifestUnknownKey}: "), "360 errors");
        Assert.IsGreaterThan(64 * 1024, result.Error.Length);
    }

    [TestMethod]
    public async Task No_file_holds_the_options_which_may_hold_a_password()
    {
        var system = SystemOf(new TestService("clock"));
        var temporary = Directory.CreateDirectory(Path.Combine(system.Folder, "temporary")).FullName;
        var made = new List<string>();
        using var watcher = new FileSystemWatcher(temporary) { EnableRaisingEvents = true };
        watcher.Created += (_, file) => made.Add(file.Name!);
        (
            await system
                .StartWith(new() { ["TMPDIR"] = temporary }, "run", "--postgres", "Host=127.0.0.1;Password=sesame", "--", "true")
                .EndAsync()
        ).AssertExit(ExitCode.Success);
        await File.WriteAllTextAsync(Path.Combine(temporary, "last"), "");
        await Until.TrueAsync(() => made.Contains("last"), () => "The folder was not watched.");
        CollectionAssert.DoesNotContain(made.Select(Path.GetExtension).ToList(), ".json", string.Join(", ", made));
    }

    [TestMethod]
    [DataRow("-")]
    [DataRow("options.json")]
    public async Task A_supervisor_takes_its_options_from_a_file_or_from_stdin(string where)
    {
        var system = SystemOf(new TestService("clock"));
        await File.WriteAllTextAsync(
            Path.Combine(system.Folder, "options.json"),
            JsonSerializer.Serialize(system.Options with { KeepRunning = true }, ClientJson.Options)
        );
        var supervisor = system.StartIn([
            "sh",
            "-c",
            "exec \"$@\" < options.json",
            "sh",
            .. SmallSystem.ToolWords("supervise", "--options", where),
        ]);
        await supervisor.SaysAsync(SupervisorLauncher.Listening);
        await Until.TrueAsync(() => system.State?.Phase == RunPhase.Ready, () => system.EventText);
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
    }

    [TestMethod]
    public async Task Options_on_stdin_that_are_no_options_are_one_error()
    {
        var system = SystemOf(new TestService("clock"));
        var result = await system
            .StartIn(["sh", "-c", "echo nonsense | \"$@\"", "sh", .. SmallSystem.ToolWords("supervise", "--options", "-")])
            .EndAsync();
        result.AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.BadOption, "on stdin");
    }

    [TestMethod]
    public async Task A_program_that_prints_much_on_both_outputs_is_read_to_its_end_and_cut()
    {
        const string Much = "yes 0123456789 | head -c 3000000 >&2; yes abcdefghij | head -c 3000000; exit 7";
        var run = await ProgramRun.RunAsync(Cli.Wrap("sh").WithArguments(["-c", Much]), Until.Patience);
        Assert.AreEqual((7, BoundedText.Most + 1, BoundedText.Most + 1), (run.ExitCode, run.Output.Length, run.Error.Length));
    }

    [TestMethod]
    public async Task A_program_that_does_not_end_in_time_is_killed()
    {
        var sleeping = ProgramRun.RunAsync(Cli.Wrap("sh").WithArguments(["-c", "echo; sleep 1000"]), TimeSpan.FromSeconds(0.2));
        await Assert.ThrowsExactlyAsync<TimeoutException>(() => sleeping.WaitAsync(Until.Patience));
    }
}
