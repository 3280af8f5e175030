using IntegrationSuite.ServiceHost.Client;
using Pipeline.FaultMatrix.Deeds;
using Pipeline.Systems;
using static IntegrationSuite.ServiceHost.Processes.ProcessSignal;
using static Pipeline.FaultMatrix.Deeds.Victim;
using static Pipeline.FaultMatrix.Moment;

namespace Pipeline.FaultMatrix;

/// <summary>The matrix of issue 3 for <c>servicehost run</c>: what, and when.</summary>
internal static class RunCells
{
    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        // Signals to one.
        .. Signals([Kill, Terminate, Interrupt, HangUp], [Starter], Moments.Always),
        .. Signals([Kill, Terminate, Interrupt, HangUp], [StarterGroup], Moments.Always),
        .. Signals([Kill, Terminate, Interrupt, HangUp], [Command], [Tests]),
        .. Signals([Kill, Terminate, Interrupt], [Supervisor], Moments.Always),
        .. Signals([Kill], [Watchdog], Moments.SinceMigration),
        .. Signals([Kill], [Service], Moments.Running),
        .. new SendSignal(Terminate, Service).At(Moments.Running),
        .. Signals([Kill, Interrupt], [DatabaseServer], Moments.SinceMigration),
        .. new InterruptTwice().At(HalfHealthy, Tests, Shutdown),
        // Signals to two at once.
        .. Signals([Kill], [Starter, Supervisor], Moments.Always),
        .. Signals([Kill], [Starter, Watchdog], Moments.SinceMigration),
        .. Signals([Kill], [Supervisor, Service], Moments.Running),
        .. Signals([Kill], [Service, Watchdog], Moments.Running),
        .. new SendSignal(Kill, Supervisor, Watchdog).At(Moments.Running),
        .. new SendSignal(Kill, Supervisor, DatabaseServer).At(Moments.SinceMigration),
        .. new SendSignal(Kill, DatabaseServer, Service).At(Moments.Running),
        // What a service does by itself.
        .. new Misbehave(
            Mode.CrashAtStart,
            Ending.Error(ErrorCodes.ExitedAtStart, $"{Ending.SlowService} ended with exit code 3 before it was healthy")
        ).Cells,
        .. new Misbehave(
            Mode.CrashOnce,
            Ending.Error(ErrorCodes.ExitedAtStart, $"{Ending.SlowService} ended with exit code 3 before it was healthy")
        )
        {
            PassesNext = true,
        }.Cells,
        .. new Misbehave(Mode.Health500, NotHealthy("GET /health answered 500")) { StartTimeout = 2 }.Cells,
        .. new Misbehave(Mode.HealthSlow, NotHealthy("GET /health was not answered within 2 s")) { StartTimeout = 2 }.Cells,
        .. new Misbehave(Mode.HealthRedirect, NotHealthy("GET /health answered 302, a redirect to /elsewhere")) { StartTimeout = 2 }.Cells,
        .. new Misbehave(
            Mode.CrashAtStop,
            Ending.Error(ErrorCodes.CrashedAtStop, $"{Ending.SlowService} ended with exit code 9 when it was asked to stop")
        ).Cells,
        .. new Misbehave(
            Mode.IgnoreSigterm,
            Ending.Error(ErrorCodes.ServiceKilled, $"{Ending.SlowService} did not stop within 0.5 s")
        ).Cells,
        .. new Misbehave(Mode.Grandchild, Ending.Error(ErrorCodes.ServiceKilled, $"{Ending.SlowService} did not stop within 0.5 s")).Cells,
        .. new Misbehave(Mode.EscapedGrandchild, Ending.Error(ErrorCodes.ProcessEscaped, "Process ")).Cells,
        .. new Misbehave(Mode.SecondPort) { PassesNext = true }.Cells,
        .. new CrashInUse().At(Tests),
        .. new StrangerAnswers().At(HalfHealthy),
        // In a container.
        .. Contained(new SendSignal(Kill, Service), Moments.Running),
        .. Contained(new SendSignal(Kill, Supervisor), Moments.Running),
        .. Contained(new InterruptTwice(), [HalfHealthy, Tests]),
        .. new InContainer(
            new Misbehave(Mode.IgnoreSigterm, Ending.Error(ErrorCodes.ServiceKilled, $"{Ending.SlowService} did not stop within 0.5 s"))
        )
            .At(ItsOwnTime)
            .Select(cell => cell with { Mode = Mode.IgnoreSigterm }),
        // What happens around it.
        .. new FillDisk().At([BeforeStart, .. Moments.Always]),
        .. new ForbidWriting().At([BeforeStart, .. Moments.Always]),
        .. new CutStateShort().At(DatabaseStart, Migration, HalfHealthy, Tests, Shutdown),
        .. new StaleState().At(BeforeStart),
        .. new ChangeManifest(broken: false).At(Moments.Always),
        .. new ChangeManifest(broken: true).At(Moments.Always),
        .. new SecondRun().At([BeforeStart, .. Moments.Always]),
    ];

    private static string NotHealthy(string seen) =>
        Ending.Error(ErrorCodes.NotHealthyInTime, $"{Ending.SlowService} was not healthy after 2 s: {seen}");

    private static IEnumerable<Cell> Signals(
        IntegrationSuite.ServiceHost.Processes.ProcessSignal[] signals,
        Victim[] victims,
        Moment[] moments
    ) =>
        from signal in signals
        from moment in moments
        from mode in ModesAt(moment)
        select new Cell(new SendSignal(signal, victims), moment, mode);

    private static IEnumerable<Cell> Contained(Deed deed, Moment[] moments) =>
        from moment in moments
        from mode in (string[])[Mode.Normal, Mode.IgnoreSigterm]
        select new Cell(new InContainer(deed), moment, mode);

    // Before a service runs, how it behaves is all the same.
    private static string[] ModesAt(Moment moment) =>
        moment < HalfHealthy ? [Mode.Normal] : [Mode.Normal, Mode.IgnoreSigterm, Mode.EscapedGrandchild];
}
