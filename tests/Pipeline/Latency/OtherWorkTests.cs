using System.Diagnostics;
using ServiceHost.Client;
using TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class OtherWorkTests
{
    private const int EnoughTicks = 50;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    public async Task Work_is_other_work_unless_the_process_bears_the_id_of_the_run()
    {
        var (mine, theirs) = ($"{Guid.NewGuid()}", $"{Guid.NewGuid()}");
        using var loop = Loop(mine);
        try
        {
            var (inMyRun, inTheirs, before, start) = (new OtherWork(mine), new OtherWork(theirs), Ticks(loop), Stopwatch.GetTimestamp());
            while (Ticks(loop) - before < EnoughTicks)
            {
                await Task.Delay(10, TestContext.CancellationToken);
            }

            var took = EnoughTicks / 100.0 / Stopwatch.GetElapsedTime(start).TotalSeconds;
            Assert.AreEqual(took, inTheirs.Processors() - inMyRun.Processors(), took / 2);
        }
        finally
        {
            loop.Kill();
        }
    }

    [TestMethod]
    public void Where_no_run_is_known_nothing_is_said_of_other_work() => Assert.AreEqual(0, new OtherWork(runId: null).Processors());

    private static Process Loop(string runId) =>
        Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "while :; do :; done"]) { Environment = { [RunState.IdVariable] = runId } })!;

    private static long Ticks(Process process) => ProcessStat.TryRead(process.Id)!.Value.WorkTicks;
}
