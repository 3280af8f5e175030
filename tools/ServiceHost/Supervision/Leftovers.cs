using ServiceHost.Client;
using ServiceHost.Postgres.Private;
using ServiceHost.Processes;
using ServiceHost.State;

namespace ServiceHost.Supervision;

/// <summary>Ends what an earlier run in this folder left, when both its supervisor and its watchdog were killed. Called under the folder's lock: nobody else can own it.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Those that run: by process id and start time from the state file, if there is one, and by the marks that they carry. A stranger with a reused id has neither.</summary>
    public static IReadOnlyList<int> Processes(RunFolder folder, string stateFile)
    {
        var state = RunState.TryRead(stateFile);
        var marked = ProcessTable.Marked(RunState.IdVariable, folder.RunIdPrefix).Select(process => process.Pid);
        // What a command started may go on after a run that ended in order: a build server, say.
        var commands = state is { Phase: not RunPhase.Stopped } ? ProcessTable.Marked(CommandMark.Variable, state.RunId).Select(process => process.Pid) : [];
        return [.. Known(state).Select(process => process.Pid).Concat(marked).Concat(commands).Distinct()];
    }

    /// <summary>Ends them, and removes what they left.</summary>
    /// <exception cref="SuiteException">Something can't be removed.</exception>
    public static void End(RunFolder folder, string stateFile)
    {
        var state = RunState.TryRead(stateFile);
        var known = Known(state);
        known.ForEach(process => Posix.Kill(-process.Pid, Posix.Number(ProcessSignal.Kill)));
        var killed = known.Count + RunSweep.Kill(folder.RunIdPrefix, except: []).Count;
        if (state is { Phase: not RunPhase.Stopped })
        {
            killed += RunSweep.KillCommands(CommandMark.OfRun(state.RunId)).Count;
        }
        if (killed > 0) // else every start would search all processes once more
        {
            WaitForEnd(folder, stateFile);
        }
        RemovePipes(folder.RunIdPrefix);
        Remains.RemoveOfRuns(folder.Path, folder.RunIdPrefix);
    }

    private static List<ProcessIdentity> Known(RunState? state) =>
        [.. (state?.ServicesAndInstances() ?? []).Select(service => service.Process).Append(state?.Postgres?.Process).OfType<ProcessIdentity>().Where(process => process.IsAlive())];

    // A port is free, and data can be removed, only once its holder is gone.
    private static void WaitForEnd(RunFolder folder, string stateFile)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (Processes(folder, stateFile).Count > 0 && TimeProvider.System.GetElapsedTime(started) < s_patience)
        {
            Thread.Sleep(10);
        }
    }

    private static void RemovePipes(string runIdPrefix)
    {
        if (!OperatingSystem.IsWindows())
        {
            Array.ForEach(Directory.GetFiles(SharedFolder.Path, runIdPrefix + "*"), File.Delete);
        }
    }
}
