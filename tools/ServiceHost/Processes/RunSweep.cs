using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>A process that was found and killed.</summary>
/// <param name="Pid">Its id.</param>
/// <param name="CommandLine">What it was.</param>
/// <param name="Service">The service that it, or what started it, was part of; null when none was.</param>
internal sealed record SweptProcess(int Pid, string CommandLine, string? Service);

/// <summary>Finds what a run started, wherever it hid, by the run's id in its environment (Linux).</summary>
internal static class RunSweep
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Kills it all, and again until nothing new appears: a process may fork while we look.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="except">Processes that are spared.</param>
    /// <returns>What was killed.</returns>
    public static IReadOnlyList<SweptProcess> Kill(string runId, IReadOnlyCollection<int> except) =>
        KillMarked(RunState.IdVariable, mark => mark == runId, except);

    /// <summary>Kills the commands of <c>servicehost run</c>, with all that they started.</summary>
    /// <param name="markPrefix">What their <see cref="CommandMark"/> begins with.</param>
    /// <returns>What was killed.</returns>
    public static IReadOnlyList<SweptProcess> KillCommands(string markPrefix) =>
        KillMarked(CommandMark.Variable, mark => mark.StartsWith(markPrefix, StringComparison.Ordinal), except: []);

    private static IReadOnlyList<SweptProcess> KillMarked(string variable, Predicate<string> isMark, IReadOnlyCollection<int> except)
    {
        var (killed, ends) = (new Dictionary<int, SweptProcess>(), new List<ProcessIdentity>());
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
                killed[process.Pid] = new SweptProcess(
                    process.Pid,
                    ProcessTable.CommandLine(process.Pid),
                    ProcessTable.Variable(process.Pid, ProcessTable.ServiceVariable)
                );
                ends.Add(new ProcessIdentity(process.Pid, process.StartTicks));
                KillIfSame(process);
            }
        }
        WaitForEnd(ends);
        return [.. killed.Values];
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
