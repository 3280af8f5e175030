using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class RegressionRuleTests
{
    [TestMethod]
    [DataRow(1.15)]
    [DataRow(1.5)]
    public void Work_that_was_added_is_found(double growth) =>
        Assert.IsNotNull(RegressionRule.Slower(Series.Pair(Series.Of(4 * growth), Series.Of(1)), baseline: 4));

    [TestMethod]
    [DataRow(1.15, true, false)]
    [DataRow(1.05, false, false)]
    public void A_little_more_work_is_measured_longer_but_not_said_on_a_machine_that_is_not_quite_quiet(
        double growth,
        bool suspected,
        bool found
    )
    {
        var pair = Series.Pair(Series.Of(4 * growth), Series.Of(1)) with { Machine = Series.Quiet with { Slowness = 1.4 } };

        Assert.AreEqual(
            (suspected, found),
            (RegressionRule.SuspectsSlower(pair, baseline: 4), RegressionRule.Slower(pair, baseline: 4) is not null)
        );
    }

    [TestMethod]
    public void Noise_that_leaves_the_quickest_calls_as_they_were_is_no_work_that_was_added()
    {
        var target = Series.Of(4 * 1.5);
        for (var i = 0; i < 40; i++)
        {
            target.Add(TimeSpan.FromMilliseconds(4));
        }

        var pair = Series.Pair(target, Series.Of(1));

        Assert.IsGreaterThan(1.2 * 4, pair.Ratio);
        Assert.IsNull(RegressionRule.Slower(pair, baseline: 4));
    }

    [TestMethod]
    public void A_machine_that_slows_both_is_no_regression() =>
        Assert.IsNull(RegressionRule.Slower(Series.Pair(Series.Of(12), Series.Of(3)), baseline: 4));

    [TestMethod]
    public void An_operation_without_a_baseline_has_none_to_exceed() =>
        Assert.IsNull(RegressionRule.Slower(Series.Pair(Series.Of(40), Series.Of(1)), baseline: null));

    [TestMethod]
    public void Waiting_in_one_call_of_twenty_is_found() =>
        Assert.Contains("a slow tail (10 of 200 calls", RegressionRule.Tail(Series.Pair(Series.Of(4, waiting: 10), Series.Of(4)))!);

    [TestMethod]
    public void Waiting_that_the_calibration_shares_is_the_machines() =>
        Assert.IsNull(RegressionRule.Tail(Series.Pair(Series.Of(4, waiting: 10), Series.Of(4, waiting: 8))));

    [TestMethod]
    public void A_single_slow_call_is_suspected_but_not_said() =>
        Assert.AreEqual(
            (true, false),
            (
                RegressionRule.SuspectsTail(Series.Pair(Series.Of(4, waiting: 1), Series.Of(4))),
                RegressionRule.Tail(Series.Pair(Series.Of(4, waiting: 1), Series.Of(4))) is not null
            )
        );

    [TestMethod]
    [DataRow(1.05, 0, true)]
    [DataRow(1.15, 0, false)]
    [DataRow(1.05, 1, false)]
    public void No_more_calls_are_asked_for_once_there_is_neither_more_work_nor_a_slow_call(double growth, int waiting, bool clear) =>
        Assert.AreEqual(clear, RegressionRule.IsClear(Series.Pair(Series.Of(4 * growth, waiting), Series.Of(1)), baseline: 4));

    [TestMethod]
    public void An_operation_without_a_baseline_is_called_as_often_as_planned() =>
        Assert.IsFalse(RegressionRule.IsClear(Series.Pair(Series.Of(4), Series.Of(1)), baseline: null));

    [TestMethod]
    public void A_long_call_varies_by_more_milliseconds_than_a_short_one() =>
        Assert.IsFalse(RegressionRule.SuspectsTail(Series.Pair(Series.Of(60, waiting: 10), Series.Of(4))));
}
