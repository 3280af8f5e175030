using Pipeline.Containers;
using Pipeline.Systems;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>Another deed, while the slow service runs in a container: its process is the engine's client.</summary>
/// <param name="deed">The other.</param>
internal sealed class InContainer(Deed deed) : Deed
{
    public override bool NeedsEngine => true;

    public override bool EndsTests(bool onDeath) => deed.EndsTests(onDeath);

    public override TestService Shape(TestService slow) => ContainerService.In(deed.Shape(slow));

    public override async Task PrepareAsync(Trial trial)
    {
        await TestEngine.RequireAsync();
        await deed.PrepareAsync(trial);
    }

    public override Task DoAsync(Trial trial) => deed.DoAsync(trial);

    public override Ending Expect(Moment moment) => deed.Expect(moment);

    public override async Task CheckAsync(Trial trial)
    {
        await deed.CheckAsync(trial);
        await (await TestEngine.RequireAsync()).AssertNoneLeftAsync(trial.System);
    }

    public override Task MendAsync(Trial trial) => deed.MendAsync(trial);

    public override string ToString() => $"{deed}, a service running in a container";
}
