using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.State;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>What the state file says is true.</summary>
internal sealed class StateFileCheck : IDoctorCheck
{
    public string AllWell => "The state file tells the truth";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        var file = context.Options.StateFile;
        if (context.Live is null && File.Exists(file) && Untruth(RunState.TryRead(file)) is { } untruth)
        {
            yield return new Finding(
                new SuiteError(
                    ErrorCodes.StateFileStale,
                    $"{untruth} The next run replaces it; servicehost doctor --fix removes it.",
                    File: file
                ),
                () => Remove(context)
            );
        }
    }

    // Under the folder's lock, so that it is not the file of a run that has just begun.
    private static void Remove(DoctorContext context)
    {
        using var held = RunLock.TryTake(context.Options);
        if (held is not null)
        {
            File.Delete(context.Options.StateFile);
        }
    }

    private static string? Untruth(RunState? state) =>
        state switch
        {
            null => "The state file was cut short, or is none of ours. It counts as none.",
            { Phase: RunPhase.Stopped } => null,
            _ =>
                $"The state file is stale: it says that services run since {state.StartedAt.ToLocalTime():yyyy-MM-dd HH:mm:ss}, but their supervisor (process {state.Supervisor.Pid}) has ended{Reuse(state.Supervisor)}.",
        };

    private static string Reuse(ProcessIdentity supervisor) =>
        ProcessIdentities.Find(supervisor.Pid) is null ? "" : "; its id belongs to a stranger now";
}
