using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>A signal to one or several processes of the run, at once.</summary>
/// <param name="signal">What they are sent.</param>
/// <param name="victims">Who.</param>
internal sealed class SendSignal(ProcessSignal signal, params IReadOnlyList<Victim> victims) : Deed
{
    public override bool WantsDatabase => victims.Contains(Victim.DatabaseServer);

    public override bool LeavesUntilNextStart => victims.Contains(Victim.Supervisor) && victims.Contains(Victim.Watchdog);

    public override bool TerminatesStarter => MeetsStarter && signal == ProcessSignal.Terminate;

    private bool MeetsService => victims.Any(victim => victim is Victim.Service or Victim.DatabaseServer);

    private bool MeetsStarter => victims.Any(victim => victim is Victim.Starter or Victim.StarterGroup);

    public override bool EndsTests(bool onDeath) =>
        MeetsStarter || victims.Contains(Victim.Command) || victims.Contains(Victim.Supervisor) || (onDeath && MeetsService);

    public override async Task DoAsync(Trial trial)
    {
        await Until.TrueAsync(
            () => trial.HasEnded || victims.All(victim => trial.PidOf(victim) is not null),
            () => "Its victim never came."
        );
        var pids = victims.Select(trial.PidOf).OfType<int>().ToList();
        pids.ForEach(pid => Signals.Send(pid, signal));
        if (victims is [Victim.Service or Victim.DatabaseServer])
        {
            await Until.TrueAsync(() => pids.TrueForAll(pid => ProcessIdentities.Find(pid) is null), () => "It did not end."); // it takes its time, and the tests go on meanwhile
        }
    }

    public override Ending Expect(Moment moment) =>
        moment switch
        {
            _ when victims is [Victim.Watchdog] => Ending.Passed, // it is replaced
            Moment.Shutdown => Ending.Either, // which takes no result back
            _ when MeetsStarter || victims is [Victim.Command] => Ending.Failed,
            Moment.BeforePortCheck or Moment.DatabaseStart => Ending.Either, // before anybody has a lease on it, another supervisor is started
            _ => Ending.FailedSaying([.. victims.SelectMany(Blame)]),
        };

    public override string ToString() => $"{signal} to {string.Join(" and ", victims)}";

    private IEnumerable<string> Blame(Victim victim) =>
        victim switch
        {
            Victim.Supervisor when signal == ProcessSignal.Kill => [Ending.Error(ErrorCodes.SupervisorLost, "The supervisor (process ")],
            Victim.Supervisor =>
            [
                Ending.Error(ErrorCodes.StartCancelled, $"The start was called off: the supervisor got "),
                Ending.Error(ErrorCodes.StoppedInUse, "The services were stopped while "),
            ],
            Victim.Service =>
            [
                Ending.Error(ErrorCodes.ExitedAtStart, $"{Ending.SlowService} ended with "),
                Ending.Error(ErrorCodes.ServiceDied, $"{Ending.SlowService} ended with "),
            ],
            Victim.DatabaseServer => [Ending.Error(ErrorCodes.PostgresDied, "The run's PostgreSQL server ended by itself")],
            _ => [],
        };
}
