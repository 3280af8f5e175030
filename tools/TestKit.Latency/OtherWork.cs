using System.Diagnostics;
using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Session;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>How much of the machine is taken by work that is none of the run's. A compiler beside it takes caches too, which slows one operation and not another, and no call of the calibration shows by how much.</summary>
/// <param name="runId">The run, whose processes bear it (<see cref="RunState.IdVariable"/>); null when none is known.</param>
public sealed class OtherWork(string? runId)
{
    /// <summary>What <c>/proc</c> counts in, wherever .NET runs (proc(5), <c>USER_HZ</c>).</summary>
    private const double TicksPerSecond = 100;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long _all = AllTicks();
    private readonly Dictionary<int, long> _before = ProcessTable.All().ToDictionary(process => process.Pid, process => process.WorkTicks);

    /// <summary>Beside the run that this process belongs to.</summary>
    public OtherWork()
        : this(RunningSuite.TryState() is { } state && RunsAllOf(state) ? state.RunId : null) { }

    /// <summary>How many processors it took since, on average; 0 where that can't be told: without <c>/proc</c>, and where services or the database are not the run's own.</summary>
    /// <remarks>All that the processors did, less what the run's processes did: so what has ended since counts too.</remarks>
    public double Processors()
    {
        var own = ProcessTable.All().Sum(OwnTicks);
        var other = AllTicks() - _all - own;
        return runId is null ? 0 : Math.Max(0, other / Stopwatch.GetElapsedTime(_start).TotalSeconds / TicksPerSecond);
    }

    private static bool RunsAllOf(RunState state) =>
        state.Services.All(service => service.Process is not null) && state.Postgres is null or { Process: not null };

    private long OwnTicks(ProcessStat process)
    {
        var ticks = process.WorkTicks - _before.GetValueOrDefault(process.Pid);
        return ticks > 0 && (IsOwn(process.Pid) || IsOwn(process.Parent)) ? ticks : 0; // PostgreSQL's processes write their titles over the mark; their parent keeps it
    }

    private bool IsOwn(int pid) => pid == Environment.ProcessId || ProcessTable.Variable(pid, RunState.IdVariable) == runId;

    /// <summary>Of the first line of <c>/proc/stat</c>: user, nice, system, and, after idle and iowait, irq and softirq.</summary>
    private static long AllTicks() =>
        !File.Exists("/proc/stat")
            ? 0
            : File.ReadLines("/proc/stat")
                .First()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..8]
                .Where((_, i) => i is not (3 or 4))
                .Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
}
