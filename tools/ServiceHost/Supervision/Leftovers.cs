using ServiceHost.Client;
using ServiceHost.Postgres.Private;
using ServiceHost.Processes;
using ServiceHost.State;

namespace ServiceHost.Supervision;

/// <summary>Ends what an earlier run in this folder left, when both its supervisor and its watchdog were killed. Called under the folder's lock: nobody else can own it.</summary>
internal static class Leftovers
{
    /// <summary>Ends them: by process id and start time from the state file, if there is one, and by the run id that they carry. A stranger with a reused id has neither.</summary>
    public static void End(RunFolder folder, string stateFile)
    {
        if (RunState.TryRead(stateFile) is { } state)
        {
            var known = state.Services?.Select(service => service.Process).Append(state.Postgres?.Process).OfType<ProcessIdentity>() ?? [];
            foreach (var process in known.Where(process => process.IsAlive()))
            {
                _ = Posix.Kill(-process.Pid, Posix.Number(ProcessSignal.Kill));
            }
            RemovePipe(state.ControlPipe);
        }
        RunSweep.Kill(folder.RunIdPrefix, except: []);
        Remains.RemoveOfRuns(folder.Path, folder.RunIdPrefix);
    }

    // Only below the folder that is ours: the file may say anything.
    private static void RemovePipe(string? pipe)
    {
        if (!OperatingSystem.IsWindows() && pipe is not null && Path.GetDirectoryName(pipe) == SharedFolder.Path)
        {
            File.Delete(pipe);
        }
    }
}
