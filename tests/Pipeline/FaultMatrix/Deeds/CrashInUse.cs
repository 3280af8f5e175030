using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>A service crashes on a request.</summary>
internal sealed class CrashInUse : Deed
{
    public override Task DoAsync(Trial trial) => Crash.OnRequestAsync(trial.SlowUrl);

    public override bool EndsTests(bool onDeath) => onDeath;

    public override Ending Expect(Moment moment) =>
        Ending.FailedSaying(Ending.Error(ErrorCodes.ServiceDied, $"{Ending.SlowService} ended with exit code 7 while it was in use."));

    public override string ToString() => "a crash on a request";
}
