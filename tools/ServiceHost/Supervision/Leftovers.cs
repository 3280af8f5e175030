using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Postgres.Private;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Ends what an earlier run in this folder left, when both its supervisor and its watchdog were killed. Called under the folder's lock: nobody else can own it.</summary>
internal static class Leftovers
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Those that run: what carries the id of a dead run of this folder. A process that only got the id of one has no such mark.</summary>
    public static IReadOnlyList<int> Processes(RunFolder folder, string stateFile) =>
        [.. RunIds(Look(folder), stateFile).SelectMany(ProcessesOf).Distinct()];

    /// <summary>The folders that were left outside of the run's own.</summary>
    public static IReadOnlyList<string> Folders(RunFolder folder) => [.. Look(folder).Select(run => run.Path)];

    /// <summary>The containers that were left with the engine which a dead run of this folder has noted.</summary>
    public static IReadOnlyList<string> Containers(RunFolder folder) =>
        [.. Look(folder).SelectMany(run => DeadContainers.Find(run.Path, run.RunId))];

    /// <summary>Ends them, and removes what they left.</summary>
    /// <returns>Containers that can't be removed, as their engine does not answer: their run stays noted, for who comes later. No other run is held up by that.</returns>
    /// <exception cref="SuiteException">Something else can't be removed.</exception>
    public static IReadOnlyList<SuiteError> End(RunFolder folder, string stateFile)
    {
        var dead = DeadRuns.Take(folder.Path, run => run.StartedIn == folder.Path || !Directory.Exists(run.StartedIn));
        var ids = RunIds(dead, stateFile);
        var killed =
            KillGroups(stateFile) + ids.Sum(id => RunSweep.Kill(id, except: []).Count + RunSweep.KillCommands(CommandMark.OfRun(id)).Count);
        if (killed > 0) // else every start would search all processes once more
        {
            WaitForEnd(ids);
        }
        return [.. dead.Select(Remove).OfType<SuiteError>()];
    }

    // Its containers once nobody is left who would start one.
    private static SuiteError? Remove(RunDirectory dead)
    {
        var kept = DeadContainers.Remove(dead.Path, dead.RunId);
        if (kept is null)
        {
            DeadRuns.Remove(dead);
        }
        else
        {
            dead.Leave();
        }
        return kept;
    }

    private static List<RunDirectory> Look(RunFolder folder)
    {
        var dead = DeadRuns.Take(folder.Path, run => run.StartedIn == folder.Path);
        dead.ForEach(run => run.Leave());
        return dead;
    }

    // The state file tells of one whose other traces were removed. What a command started may go on after a run that ended in order: a build server, say.
    private static List<string> RunIds(List<RunDirectory> dead, string stateFile) =>
        [
            .. dead.Select(run => run.RunId)
                .Append(RunState.TryRead(stateFile) is { Phase: not RunPhase.Stopped, IsOfThisSpace: true } state ? state.RunId : null)
                .OfType<string>()
                .Distinct(),
        ];

    private static IEnumerable<int> ProcessesOf(string runId) =>
        ProcessTable
            .Marked(RunState.IdVariable, mark => mark == runId)
            .Concat(ProcessTable.Marked(CommandMark.Variable, mark => mark.StartsWith(CommandMark.OfRun(runId), StringComparison.Ordinal)))
            .Select(process => process.Pid);

    // A group may have a member that has emptied its environment: its leader's proof is the group's.
    private static int KillGroups(string stateFile)
    {
        if (RunState.TryRead(stateFile) is not { IsOfThisSpace: true } state)
        {
            return 0;
        }
        var leaders = state
            .ServicesAndInstances()
            .Select(service => service.Process)
            .Append(state.Postgres?.Process)
            .OfType<ProcessIdentity>()
            .Where(process =>
                process.IsAlive()
                && ProcessTable.IsOfRun(process.Pid, state.RunId)
                && ProcessStat.TryRead(process.Pid)?.Group == process.Pid
            )
            .ToList();
        leaders.ForEach(process => Posix.Kill(-process.Pid, Posix.Number(ProcessSignal.Kill)));
        return leaders.Count;
    }

    // A port is free, and data can be removed, only once its holder is gone.
    private static void WaitForEnd(List<string> runIds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (runIds.SelectMany(ProcessesOf).Any() && TimeProvider.System.GetElapsedTime(started) < s_patience)
        {
            Thread.Sleep(10);
        }
    }
}
