using Pipeline.Systems;
using ServiceHost.Client;
using ServiceHost.Processes;

namespace Pipeline.FaultMatrix;

/// <summary>Does a cell's deed to a system, and looks at the end.</summary>
internal sealed class CellRun(Cell cell, SmallSystem system, Random random)
{
    // Without the mark of the test: who kills `servicehost run` with SIGKILL leaves its command to itself.
    private const string Tests = "touch up; until [ -e go ]; do sleep 0.05; done";

    private CliProcess _starter = null!;

    /// <summary>The services of a cell: one that is healthy at once, one that takes its time at start and stop.</summary>
    public static TestService[] ServicesOf(Cell cell) =>
    [
        new TestService("quick") { Database = cell.WantsDatabase ? "quick" : null, Migrations = cell.WantsDatabase ? "migrations" : null },
        new TestService("slow", cell.Mode) { StopTimeout = 0.5, Env = { ["START_AFTER"] = "300", ["STOP_AFTER"] = "300" } },
    ];

    /// <summary>Runs it.</summary>
    public async Task RunAsync()
    {
        WriteMigration();
        _starter = system.StartAlone("run", "--", "env", "-u", SmallSystem.MarkVariable, "sh", "-c", Tests);
        await MomentAsync();
        await Task.Delay(random.Next(200));
        foreach (var pid in cell.Victims.Select(PidOf).OfType<int>())
        {
            Signals.Send(pid, cell.Signal);
        }

        await EndAsync();
        await NextRunPassesAsync();
    }

    private async Task EndAsync()
    {
        // A starter that heard nothing waits for its tests: they end now, but for one that was killed and has none any more.
        await File.WriteAllTextAsync(Path.Combine(system.Folder, "go"), "");
        var result = await _starter.EndAsync();
        await system.AssertNothingLeftAsync();
        if (cell.MustFail)
        {
            Assert.AreNotEqual(0, result.ExitCode, result.ToString());
        }
    }

    private async Task NextRunPassesAsync() => (await system.RunAsync("run", "--", "true")).AssertExit(cell.Mode == Mode.Normal ? ExitCode.Success : ExitCode.StopFailed);

    private Task MomentAsync() => cell.Moment switch
    {
        Moment.BeforePortCheck => ReachAsync(() => system.State is not null),
        Moment.DatabaseStart => ReachAsync(() => Happened(RunEventKind.SupervisorStarted)),
        Moment.Migration => ReachAsync(() => Happened(RunEventKind.PostgresReady)),
        Moment.HalfHealthy => ReachAsync(() => Happened(RunEventKind.ServiceHealthy)),
        Moment.Tests => ReachAsync(TestsRun),
        _ => StopAsync(),
    };

    private async Task StopAsync()
    {
        await ReachAsync(TestsRun);
        await File.WriteAllTextAsync(Path.Combine(system.Folder, "go"), "");
        await ReachAsync(() => Happened(RunEventKind.Stopping));
    }

    private bool TestsRun() => File.Exists(Path.Combine(system.Folder, "up"));

    private bool Happened(RunEventKind kind) => system.State is not null && system.Events.Any(each => each.Kind == kind);

    private Task ReachAsync(Func<bool> reached) => Until.TrueAsync(
        () => (reached() && cell.Victims.All(victim => PidOf(victim) is not null)) || (_starter.HasExited ? throw new AssertFailedException("The run ended before that moment.") : false), () => "That moment never came.");

    private int? PidOf(Victim victim) => victim switch
    {
        Victim.Starter => _starter.Pid,
        Victim.StarterGroup => -_starter.Pid,
        Victim.Command => CommandOf(_starter.Pid),
        Victim.Supervisor => system.State?.Supervisor.Pid,
        Victim.Watchdog => system.State?.Watchdog?.Pid,
        Victim.Service => system.ServiceOf("slow").Process?.Pid,
        _ => system.State?.Postgres?.Process?.Pid,
    };

    // The supervisor is a child of the starter too, in a session of its own.
    private static int? CommandOf(int starter) =>
        ProcessTable.All().Where(process => process.Parent == starter && process.Session == starter).Select(process => (int?)process.Pid).FirstOrDefault();

    private void WriteMigration()
    {
        var folder = Directory.CreateDirectory(Path.Combine(system.Folder, "migrations")).FullName;
        File.WriteAllText(Path.Combine(folder, "V1__quick.sql"), "SELECT pg_sleep(0.3); CREATE TABLE quick (text text);");
    }
}
