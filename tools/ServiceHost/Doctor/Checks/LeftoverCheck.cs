using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Supervision;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>No run in this folder left anything that runs or takes room.</summary>
internal sealed class LeftoverCheck : IDoctorCheck
{
    public string AllWell => "No earlier run left anything behind";

    public IEnumerable<Finding> Look(DoctorContext context)
    {
        if (context.Live is not null)
        {
            yield break;
        }
        var processes = Leftovers
            .Processes(context.Folder, context.Options.StateFile)
            .Select(pid => $"process {pid} ({ProcessTable.CommandLine(pid)})");
        var containers = Leftovers.Containers(context.Folder).Select(name => $"the container {name}");
        var found = processes.Concat(containers).Concat(Leftovers.Folders(context.Folder).Select(path => $"the folder {path}")).ToList();
        if (found.Count > 0)
        {
            yield return new Finding(
                new SuiteError(
                    ErrorCodes.Leftovers,
                    $"An earlier run in '{context.Folder.Path}' left {string.Join(", ", found)}. The next run there ends and removes it; so does: servicehost doctor --fix"
                ),
                () => End(context)
            );
        }
    }

    // Under the folder's lock, as a new run does it: nobody else can own what carries the folder's mark then.
    private static void End(DoctorContext context)
    {
        using var held =
            RunLock.TryTake(context.Options)
            ?? throw new SuiteException(
                new SuiteError(
                    ErrorCodes.AlreadyRunning,
                    $"A run has just begun in '{context.Folder.Path}'; it ends what was left there itself."
                )
            );
        if (Leftovers.End(context.Folder, context.Options.StateFile) is { Count: > 0 } kept)
        {
            throw new SuiteException(kept);
        }
    }
}
