using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Finds what a run started, wherever it hid, by the run's id in its environment (Linux).</summary>
internal static class RunSweep
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Kills it all, and again until nothing new appears: a process may fork while we look.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="except">Processes that are spared.</param>
    /// <returns>What was killed: process ids with command lines.</returns>
    public static IReadOnlyList<(int Pid, string CommandLine)> Kill(string runId, IReadOnlyCollection<int> except) =>
        KillMarked(RunState.IdVariable, mark => mark == runId, except);

    /// <summary>Kills the commands of <c>servicehost run</c>, with all that they started.</summary>
    /// <param name="markPrefix">What their <see cref="CommandMark"/> begins with.</param>
    /// <returns>What was killed.</returns>
    public static IReadOnlyList<(int Pid, string CommandLine)> KillCommands(string markPrefix) =>
        KillMarked(CommandMark.Variable, mark => mark.StartsWith(markPrefix, StringComparison.Ordinal), except: []);

    private static IReadOnlyList<(int Pid, string CommandLine)> KillMarked(
        string variable,
        Predicate<string> isMark,
        IReadOnlyCollection<int> except
    )
    {
        var (killed, ends) = (new Dictionary<int, string>(), new List<ProcessIdentity>());
        while (
            ProcessTable
                .Marked(variable, isMark)
                .Where(process => !except.Contains(process.Pid) && !killed.ContainsKey(process.Pid))
                .ToList()
                is { Count: > 0 } found
        )
        {
            foreach (var process in found)
            {
                killed[process.Pid] = ProcessTable.CommandLine(process.Pid);
                ends.Add(new ProcessIdentity(process.Pid, process.StartTicks));
                KillIfSame(process);
            }
        }
        WaitForEnd(ends);
        return [.. killed.Select(pair => (pair.Key, pair.Value))];
    }

    // Its files and ports are free only once its last thread has ended, which takes its time on a busy machine.
    private static void WaitForEnd(List<ProcessIdentity> killed)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (killed.Exists(process => process.IsAlive()) && TimeProvider.System.GetElapsedTime(started) < s_patience)
        {
            Thread.Sleep(5);
        }
    }

    private static void KillIfSame(ProcessStat process)
    {
        if (ProcessIdentities.Find(process.Pid)?.StartTicks == process.StartTicks)
        {
            _ = Posix.Kill(process.Pid, Posix.Number(ProcessSignal.Kill));
        }
    }
}
