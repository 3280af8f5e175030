using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>The folder of logs and state can't be written any more. What is open stays open.</summary>
internal sealed class ForbidWriting : Deed
{
    public override bool NeedsRoot => true;

    public override Task DoAsync(Trial trial)
    {
        trial.Add(Mount.ReadOnly(trial.System.Options.ArtifactsDirectory));
        return Task.CompletedTask;
    }

    public override Ending Expect(Moment moment) =>
        moment == Moment.Shutdown ? Ending.Either : Ending.FailedSaying(Ending.Error(ErrorCodes.RunDirectoryUnusable, "The "));

    public override Task MendAsync(Trial trial)
    {
        trial.Unmount();
        return Task.CompletedTask;
    }

    public override string ToString() => "a read-only folder";
}
