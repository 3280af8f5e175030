using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>How a process group ended.</summary>
/// <param name="Forced">It had to be killed.</param>
/// <param name="Waited">How long it was given.</param>
/// <param name="Left">Members that even SIGKILL did not end.</param>
internal sealed record GroupEnd(bool Forced, TimeSpan Waited, IReadOnlyList<int> Left)
{
    /// <summary>The leader ended when it was asked; what had to be killed is what it had started.</summary>
    public bool LeaderEnded { get; init; }

    /// <summary>What had to be killed: process ids with command lines.</summary>
    public IReadOnlyList<string> Killed { get; init; } = [];
}

/// <summary>Ends a process group: SIGTERM to its leader, then to what the leader left behind, then SIGKILL to all.</summary>
internal static class GroupStop
{
    private const int LongestCommand = 200;

    private static readonly TimeSpan s_killPatience = TimeSpan.FromSeconds(1);

    /// <summary>Ends it.</summary>
    /// <param name="process">The leader.</param>
    /// <param name="timeout">How long it may take by itself.</param>
    /// <param name="hurry">Once cancelled, it is killed at once.</param>
    public static async Task<GroupEnd> RunAsync(IRunningProcess process, TimeSpan timeout, CancellationToken hurry)
    {
        var started = TimeProvider.System.GetTimestamp();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(hurry);
        limit.CancelAfter(timeout);
        var leaderEnded = await EndsAsync(process, ProcessSignal.Terminate, leaderOnly: true, limit.Token);
        var forced = !leaderEnded || !await EndsAsync(process, ProcessSignal.Terminate, leaderOnly: false, limit.Token);
        var waited = TimeProvider.System.GetElapsedTime(started);
        var killed = forced ? (await process.GroupMembersAsync()).Select(Described).ToList() : [];
        if (forced)
        {
            using var last = new CancellationTokenSource(s_killPatience);
            await EndsAsync(process, ProcessSignal.Kill, leaderOnly: false, last.Token);
        }
        return new GroupEnd(forced, waited, await process.GroupMembersAsync()) { LeaderEnded = leaderEnded, Killed = killed };
    }

    private static async Task<bool> EndsAsync(IRunningProcess process, ProcessSignal signal, bool leaderOnly, CancellationToken limit)
    {
        if (await IsOverAsync(process, leaderOnly))
        {
            return true;
        }
        if (limit.IsCancellationRequested)
        {
            return false;
        }
        Send(process, signal, leaderOnly);
        try
        {
            await process.Exited.WaitAsync(limit);
            while (!await IsOverAsync(process, leaderOnly))
            {
                await Task.Delay(10, limit);
            }
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static string Described(int pid) => $"{pid} ({HarmlessText.OneLine(ProcessTable.CommandLine(pid), LongestCommand)})";

    private static async Task<bool> IsOverAsync(IRunningProcess process, bool leaderOnly) =>
        leaderOnly ? process.Exited.IsCompleted : (await process.GroupMembersAsync()).Count == 0;

    private static void Send(IRunningProcess process, ProcessSignal signal, bool leaderOnly)
    {
        if (leaderOnly)
        {
            process.Signal(signal);
        }
        else
        {
            process.SignalGroup(signal);
        }
        process.SignalGroup(ProcessSignal.Continue); // a suspended process hears nothing but SIGKILL
    }
}
