using TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class QuietMachineTests
{
    [TestMethod]
    [DataRow(10, false)]
    [DataRow(11, true)]
    public void A_machine_is_busy_when_more_than_one_call_in_twenty_waits(int waiting, bool busy) =>
        Assert.AreEqual(busy, new QuietMachine().IsBusyIn(Series.Of(1, waiting)));

    [TestMethod]
    [DataRow(1.8, false)]
    [DataRow(1.9, true)]
    public void A_machine_is_busy_whose_every_call_costs_more_than_it_did_in_an_earlier_session(double milliseconds, bool busy) =>
        Assert.AreEqual(busy, new QuietMachine(1).IsBusyIn(Series.Of(milliseconds)));

    [TestMethod]
    [DataRow(1, 20)]
    [DataRow(2, 0)]
    public void How_slow_a_machine_is_half_of_its_calls_tell_and_none_that_waits(double milliseconds, int waiting) =>
        Assert.AreEqual(milliseconds, new QuietMachine(1).SlownessIn(Series.Of(milliseconds, waiting)), 0.15 * milliseconds);

    [TestMethod]
    public void What_is_quiet_is_learnt_from_the_quickest_series()
    {
        var machine = new QuietMachine();

        Assert.IsFalse(machine.IsBusyIn(Series.Of(3)), "nothing quicker is known");
        Assert.IsFalse(machine.IsBusyIn(Series.Of(1)));
        Assert.IsTrue(machine.IsBusyIn(Series.Of(3)));
        Assert.AreEqual(1, machine.Milliseconds);
    }
}
