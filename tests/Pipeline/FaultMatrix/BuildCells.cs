using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.FaultMatrix.Deeds;
using Pipeline.Systems;
using static IntegrationSuite.ServiceHost.Processes.ProcessSignal;
using static Pipeline.FaultMatrix.Deeds.Victim;
using static Pipeline.FaultMatrix.Moment;

namespace Pipeline.FaultMatrix;

/// <summary>The matrix of issue 3 for <c>dotnet build -t:IntegrationTest</c>: what, and when. Each takes two builds, so only what differs from <see cref="RunCells"/> is here.</summary>
internal static class BuildCells
{
    private static readonly string[][] s_switches =
    [
        ["-nodeReuse:false", "-m:4"],
        ["-nodeReuse:true", "-m:4"],
        ["-nodeReuse:false", "-m:1"],
        ["-nodeReuse:true", "-m:1"],
    ];

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        .. Signals([Kill, Terminate, Interrupt], Starter, Moments.Running),
        .. Signals([Kill, Interrupt, HangUp], StarterGroup, [HalfHealthy, Tests]),
        .. Signals([Kill], StarterGroup, [DatabaseStart]),
        .. Signals([Kill, Terminate], Command, [Tests]),
        .. Signals([Kill, Terminate], Supervisor, [Tests]),
        .. Signals([Kill], Watchdog, [Tests]),
        .. Signals([Kill], Service, [Tests]),
        .. Signals([Kill], DatabaseServer, [Tests]),
        .. new Misbehave(
            Mode.CrashAtStart,
            Ending.Error(ErrorCodes.ExitedAtStart, $"{Ending.SlowService} ended with exit code 3 before it was healthy")
        ).Cells,
        .. new Misbehave(
            Mode.CrashAtStop,
            Ending.Error(ErrorCodes.CrashedAtStop, $"{Ending.SlowService} ended with exit code 9 when it was asked to stop")
        ).Cells,
        .. new CrashInUse().At(Tests),
        .. new FillDisk().At(Tests),
        .. new ForbidWriting().At(Tests),
        .. new ChangeManifest(broken: true).At(Tests),
        .. new SecondRun().At(Tests),
    ];

    /// <summary>The switches of a cell: every combination comes in turn.</summary>
    public static string[] SwitchesOf(int cell) => s_switches[cell % s_switches.Length];

    private static IEnumerable<Cell> Signals(ProcessSignal[] signals, Victim victim, Moment[] moments) =>
        signals.SelectMany(signal => new SendSignal(signal, victim).At(moments));
}
