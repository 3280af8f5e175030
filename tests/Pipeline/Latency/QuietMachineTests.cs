using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class QuietMachineTests
{
    [TestMethod]
    [DataRow(1, 20)]
    [DataRow(2, 0)]
    public void How_slow_a_machine_is_half_of_its_calls_tell_and_none_that_waits(double milliseconds, int waiting) =>
        Assert.AreEqual(
            milliseconds,
            new QuietMachine(1).LoadIn(Series.Of(milliseconds, waiting), otherWork: 0).Slowness,
            0.15 * milliseconds
        );

    [TestMethod]
    [DataRow(10, false)]
    [DataRow(11, true)]
    public void Calls_wait_for_a_machine_when_more_than_one_in_twenty_does(int waiting, bool waits) =>
        Assert.AreEqual(waits, new QuietMachine().LoadIn(Series.Of(1, waiting), otherWork: 0).MakesCallsWait);

    [TestMethod]
    public void What_is_quiet_is_learnt_from_the_quickest_series()
    {
        var machine = new QuietMachine();

        Assert.IsFalse(machine.LoadIn(Series.Of(3), otherWork: 0).IsBusy, "nothing quicker is known");
        Assert.IsFalse(machine.LoadIn(Series.Of(1), otherWork: 0).IsBusy);
        Assert.IsTrue(machine.LoadIn(Series.Of(3), otherWork: 0).IsBusy);
        Assert.AreEqual(1, machine.Milliseconds);
    }
}
