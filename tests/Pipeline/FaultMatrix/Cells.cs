using Pipeline.Systems;
using ServiceHost.Processes;

namespace Pipeline.FaultMatrix;

/// <summary>Whom a deed meets.</summary>
internal enum Victim
{
    /// <summary>The terminal's command: <c>servicehost run</c>.</summary>
    Starter,

    /// <summary>The whole process group of it: what Ctrl+C and a closed terminal meet.</summary>
    StarterGroup,

    /// <summary>The command that <c>servicehost run</c> runs: the tests.</summary>
    Command,
    Supervisor,
    Watchdog,
    Service,
    Postgres,
}

/// <summary>When it happens.</summary>
internal enum Moment
{
    BeforePortCheck,
    DatabaseStart,
    Migration,
    HalfHealthy,
    Tests,
    Stop,
}

/// <summary>One cell: a deed at a moment to a system with a service of this behaviour.</summary>
/// <param name="Victims">Whom it meets, at once.</param>
/// <param name="Signal">What they are sent.</param>
/// <param name="Moment">When.</param>
/// <param name="Mode">How one of the services behaves.</param>
internal sealed record Cell(IReadOnlyList<Victim> Victims, ProcessSignal Signal, Moment Moment, string Mode)
{
    /// <summary>Whether it needs a database server to happen.</summary>
    public bool WantsDatabase => Moment is Moment.DatabaseStart or Moment.Migration || Victims.Contains(Victim.Postgres);

    /// <summary>Whether the run must fail. It need not when the watchdog alone is killed, who is replaced; when the supervisor ends before anybody has a lease on it, for then another is started; nor during the stop, which takes no result back.</summary>
    public bool MustFail => Moment != Moment.Stop && (Moment >= Moment.HalfHealthy || Victims.Any(victim => victim <= Victim.StarterGroup)) && !Victims.SequenceEqual([Victim.Watchdog]);

    public override string ToString() => $"{Signal} to {string.Join(" and ", Victims)} at {Moment}, a service being {Mode}";
}

/// <summary>The matrix of issue 3, as far as it is about signals: every deed at every moment at which its victims exist.</summary>
internal static class Cells
{
    private static readonly (Victim[] Victims, ProcessSignal[] Signals)[] s_deeds =
    [
        ([Victim.Starter], [ProcessSignal.Kill, ProcessSignal.Terminate, ProcessSignal.Interrupt, ProcessSignal.HangUp]),
        ([Victim.StarterGroup], [ProcessSignal.Kill, ProcessSignal.Terminate, ProcessSignal.Interrupt, ProcessSignal.HangUp]),
        ([Victim.Command], [ProcessSignal.Kill, ProcessSignal.Terminate]),
        ([Victim.Supervisor], [ProcessSignal.Kill, ProcessSignal.Terminate, ProcessSignal.Interrupt]),
        ([Victim.Watchdog], [ProcessSignal.Kill]),
        ([Victim.Service], [ProcessSignal.Kill]),
        ([Victim.Postgres], [ProcessSignal.Kill]),
        ([Victim.Starter, Victim.Supervisor], [ProcessSignal.Kill]),
        ([Victim.Starter, Victim.Watchdog], [ProcessSignal.Kill]),
        ([Victim.Supervisor, Victim.Service], [ProcessSignal.Kill]),
        ([Victim.Service, Victim.Watchdog], [ProcessSignal.Kill]),
    ];

    /// <summary>All of them, in a fixed order.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        .. from deed in s_deeds
           from signal in deed.Signals
           from moment in Enum.GetValues<Moment>()
           where deed.Victims.All(victim => Exists(victim, moment))
           from mode in ModesAt(moment)
           select new Cell(deed.Victims, signal, moment, mode),
    ];

    private static bool Exists(Victim victim, Moment moment) => victim switch
    {
        Victim.Command => moment == Moment.Tests,
        Victim.Service => moment >= Moment.HalfHealthy,
        Victim.Postgres or Victim.Watchdog => moment >= Moment.Migration,
        _ => true,
    };

    // Before a service runs, how it behaves is all the same.
    private static string[] ModesAt(Moment moment) => moment < Moment.HalfHealthy ? [Mode.Normal] : [Mode.Normal, Mode.IgnoreSigterm, Mode.EscapedGrandchild];
}
