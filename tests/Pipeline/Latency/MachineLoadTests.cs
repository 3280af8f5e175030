using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class MachineLoadTests
{
    [TestMethod]
    [DataRow(1.9, 1, 0.4, false)]
    [DataRow(2.1, 1, 0.1, true)]
    [DataRow(1.9, 1, 0.6, true)]
    [DataRow(1.9, 9, 0.1, false)]
    public void A_machine_is_busy_whose_every_call_is_slow_or_that_has_other_work(
        double slowness,
        double waiting,
        double otherWork,
        bool busy
    ) => Assert.AreEqual(busy, new MachineLoad(slowness, waiting, otherWork).IsBusy);

    [TestMethod]
    [DataRow(1, 2.9, 0.1, false)]
    [DataRow(1, 3.1, 0.1, true)]
    [DataRow(2.1, 2.9, 0.1, true)]
    [DataRow(1, 2.9, 0.6, true)]
    public void Calls_wait_for_a_machine_that_is_busy_or_often_was(double slowness, double waiting, double otherWork, bool waits) =>
        Assert.AreEqual(waits, new MachineLoad(slowness, waiting, otherWork).MakesCallsWait);
}
