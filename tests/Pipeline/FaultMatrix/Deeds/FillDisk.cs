using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>The disk of logs and state is full: a small one in memory is filled.</summary>
internal sealed class FillDisk : Deed
{
    public override bool NeedsRoot => true;

    public override Task PrepareAsync(Trial trial)
    {
        trial.Add(Mount.Memory(trial.System.Options.ArtifactsDirectory));
        return Task.CompletedTask;
    }

    public override Task DoAsync(Trial trial)
    {
        using var filler = File.Create(FillerOf(trial));
        try
        {
            for (var block = new byte[4096]; ; filler.Flush())
            {
                filler.Write(block);
            }
        }
        catch (IOException)
        {
            // It is full.
        }

        return Task.CompletedTask;
    }

    public override Ending Expect(Moment moment) =>
        moment == Moment.Shutdown ? Ending.Either : Ending.FailedSaying(Ending.Error(ErrorCodes.RunDirectoryUnusable, "The "));

    public override Task MendAsync(Trial trial)
    {
        File.Delete(FillerOf(trial));
        return Task.CompletedTask;
    }

    public override string ToString() => "a full disk";

    private static string FillerOf(Trial trial) => Path.Combine(trial.System.Options.ArtifactsDirectory, "filler");
}
