using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>Another run begins, elsewhere, on the same fixed ports.</summary>
internal sealed class SecondRun : Deed
{
    public override Task DoAsync(Trial trial)
    {
        trial.Rival = trial.System.Start("run", "--artifacts", Path.Combine(trial.System.Folder, "rival"), "--", "true");
        return trial.IsStarted ? trial.Rival.EndAsync() : Task.CompletedTask;
    }

    // At the same time, either may be the first.
    public override Ending Expect(Moment moment) => IsRace(moment) ? Ending.Either : Ending.Passed;

    public override async Task CheckAsync(Trial trial)
    {
        var rival = await trial.Rival!.EndAsync();
        if (rival.ExitCode == 0)
        {
            Assert.IsTrue(IsRace(trial.Moment) || trial.Moment == Moment.Shutdown, $"both had the ports: {rival}");
            return;
        }

        rival
            .AssertExit(ExitCode.Failed)
            .AssertError(ErrorCodes.PortInUse, "is taken by the servicehost run in '", "stop it with: servicehost down");
    }

    public override string ToString() => "a second run on the same ports";

    private static bool IsRace(Moment moment) => moment is Moment.BeforeStart or Moment.BeforePortCheck;
}
