using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.FaultMatrix.Deeds;

/// <summary>A state file of an earlier run says that all runs, and a stranger has got the process ids.</summary>
internal sealed class StaleState : Deed
{
    public override async Task DoAsync(Trial trial)
    {
        await trial.NextRunPassesAsync();
        var stranger = await trial.AddStrangerAsync();
        var reused = stranger.Identity with { StartTicks = stranger.Identity.StartTicks - 1 };
        var state = trial.System.State!;
        var stale = state with
        {
            Phase = RunPhase.Ready,
            Supervisor = reused,
            Watchdog = reused,
            Services = [.. state.Services.Select(service => service with { Process = reused, Phase = RunPhase.Ready })],
        };
        await File.WriteAllTextAsync(trial.System.Options.StateFile, JsonSerializer.Serialize(stale, ClientJson.Options));
    }

    public override Ending Expect(Moment moment) => Ending.Passed;

    public override string ToString() => "a stale state file whose process ids a stranger has got";
}
