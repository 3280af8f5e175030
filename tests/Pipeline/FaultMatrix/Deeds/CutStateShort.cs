namespace Pipeline.FaultMatrix.Deeds;

/// <summary>The state file loses its end while the run goes on.</summary>
internal sealed class CutStateShort : Deed
{
    public override async Task DoAsync(Trial trial)
    {
        var state = await File.ReadAllTextAsync(trial.System.Options.StateFile);
        await File.WriteAllTextAsync(trial.System.Options.StateFile, state[..(state.Length / 2)]);
    }

    public override Ending Expect(Moment moment) => Ending.Passed;

    public override string ToString() => "a state file that is cut short";
}
