namespace Pipeline.FaultMatrix.Deeds;

/// <summary>Somebody saves another manifest, or half of one, while the run goes on.</summary>
/// <param name="broken">Whether it is none.</param>
internal sealed class ChangeManifest(bool broken) : Deed
{
    public override async Task DoAsync(Trial trial)
    {
        await trial.MendServiceAsync();
        if (broken)
        {
            await File.WriteAllTextAsync(trial.System.Manifest, "{ \"services\": [");
        }
    }

    public override Ending Expect(Moment moment) => Ending.Passed;

    public override Task MendAsync(Trial trial) => broken ? trial.MendServiceAsync() : Task.CompletedTask;

    public override string ToString() => broken ? "a manifest that was broken" : "a manifest that was changed";
}
