using System.Diagnostics;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class OtherWorkTests
{
    private const int EnoughTicks = 50;

    public required TestContext TestContext { get; init; }

    [TestMethod]
    [DataRow("MARK=MINE /bin/sh -c 'while :; do :; done' & wait")]
    [DataRow("MARK=MINE /bin/sh -c 'env -i /bin/sh -c \"while :; do :; done\" & wait' & wait")]
    public async Task Work_is_other_work_unless_the_process_or_its_parent_bears_the_id_of_the_run(string loop)
    {
        var (mine, theirs) = ($"{Guid.NewGuid()}", $"{Guid.NewGuid()}");
        using var process = Process.Start("/bin/sh", ["-c", loop.Replace("MARK", RunState.IdVariable).Replace("MINE", mine)]);
        try
        {
            var (inMyRun, inTheirs, before, start) = (
                new OtherWork(mine),
                new OtherWork(theirs),
                Ticks(process.Id),
                Stopwatch.GetTimestamp()
            );
            while (Ticks(process.Id) - before < EnoughTicks)
            {
                await Task.Delay(10, TestContext.CancellationToken);
            }

            var took = EnoughTicks / 100.0 / Stopwatch.GetElapsedTime(start).TotalSeconds;
            Assert.AreEqual(took, inTheirs.Processors() - inMyRun.Processors(), took / 2);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    [TestMethod]
    public void Where_no_run_is_known_nothing_is_said_of_other_work() => Assert.AreEqual(0, new OtherWork(runId: null).Processors());

    /// <returns>What all that a process started took.</returns>
    private static long Ticks(int parent) =>
        ProcessTable.All().Where(process => process.Parent == parent).Sum(process => process.WorkTicks + Ticks(process.Pid));
}
