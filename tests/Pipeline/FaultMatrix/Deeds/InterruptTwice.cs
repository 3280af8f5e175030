using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>Ctrl+C, and again, while a service would take a minute to stop.</summary>
internal sealed class InterruptTwice : Deed
{
    public override TestService Shape(TestService slow) => slow with { Mode = Mode.IgnoreSigterm, StopTimeout = 60 };

    public override bool EndsTests(bool onDeath) => true;

    public override async Task DoAsync(Trial trial)
    {
        Interrupt(trial);
        await Until.TrueAsync(
            () =>
                trial.System.State?.Phase == RunPhase.Stopping
                && !Signals.IsPending(-trial.PidOf(Victim.StarterGroup)!.Value, ProcessSignal.Interrupt),
            () => "It never stopped."
        );
        Interrupt(trial);
    }

    public override Ending Expect(Moment moment) => Ending.Failed;

    public override Task MendAsync(Trial trial) => trial.MendServiceAsync();

    public override string ToString() => "Ctrl+C twice";

    private static void Interrupt(Trial trial) => Signals.Send(trial.PidOf(Victim.StarterGroup)!.Value, ProcessSignal.Interrupt);
}
