using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>The supervisor that runs, if one does, can be asked. It is somebody's run, so nothing is ended here.</summary>
internal sealed class SupervisorCheck : IDoctorCheck
{
    private const char Suspended = 'T';

    public string AllWell => "No supervisor hangs";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        if (context.Live?.Supervisor is not { } pid)
        {
            yield break;
        }
        if (ProcessStat.TryRead(pid)?.State == Suspended)
        {
            yield return new Finding(
                new SuiteError(
                    ErrorCodes.SupervisorFailed,
                    $"The supervisor (process {pid}) of '{context.Folder.Path}' is suspended. Let it go on (kill -CONT {pid}), or end it and its services: servicehost down --now"
                )
            );
        }
        if (File.Exists(context.Options.StateFile) && RunState.TryRead(context.Options.StateFile) is null)
        {
            yield return new Finding(
                new SuiteError(
                    ErrorCodes.StateFileStale,
                    $"The state file was cut short while services run, so that nobody finds their supervisor, process {pid}. Stop them in good order with: kill {pid}",
                    File: context.Options.StateFile
                )
            );
        }
    }
}
