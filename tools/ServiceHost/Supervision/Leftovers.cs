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
            var known = state.Services.Select(service => service.Process).Append(state.Postgres?.Process).OfType<ProcessIdentity>();
            foreach (var process in known.Where(process => process.IsAlive()))
            {
                _ = Posix.Kill(-process.Pid, Posix.Number(ProcessSignal.Kill));
            }
        }
        RunSweep.Kill(folder.RunIdPrefix, except: []);
        RemovePipes(folder.RunIdPrefix);
        Remains.RemoveOfRuns(folder.Path, folder.RunIdPrefix);
    }

    private static void RemovePipes(string runIdPrefix)
    {
        if (!OperatingSystem.IsWindows())
        {
            Array.ForEach(Directory.GetFiles(SharedFolder.Path, runIdPrefix + "*"), File.Delete);
        }
    }
}
