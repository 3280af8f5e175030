using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>A stranger takes the port of a service that does not listen yet, and answers its health with 200.</summary>
internal sealed class StrangerAnswers : Deed
{
    public override TestService Shape(TestService slow) => slow with { Mode = Mode.Hang, StartTimeout = 4 };

    public override Task DoAsync(Trial trial) => trial.AddStrangerAsync(trial.SlowPort);

    public override Ending Expect(Moment moment) =>
        Ending.FailedSaying(Ending.Error(ErrorCodes.NotHealthyInTime, $"{Ending.SlowService} was not healthy after 4 s: port "));

    public override Task MendAsync(Trial trial) => trial.MendServiceAsync();

    public override string ToString() => "200 from a stranger's socket";
}
