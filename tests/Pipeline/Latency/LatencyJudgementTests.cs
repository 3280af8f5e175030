using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class LatencyJudgementTests
{
    [TestMethod]
    [DataRow(50, 50, false, LatencyVerdict.Held)]
    [DataRow(150, 50, false, LatencyVerdict.Breached)]
    [DataRow(50, 150, false, LatencyVerdict.Breached)]
    [DataRow(150, 150, true, LatencyVerdict.MachineTooBusy)]
    [DataRow(50, 50, true, LatencyVerdict.Held)]
    public void A_threshold_is_judged_alone_and_in_a_crowd_and_never_against_a_busy_machine(
        double alone,
        double crowd,
        bool busy,
        LatencyVerdict verdict
    ) => Assert.AreEqual(verdict, LatencyJudgement.Of(Measured(alone, crowd, busy)).Verdict);

    [TestMethod]
    [DataRow(50, 150, LatencyVerdict.MachineTooBusy)]
    [DataRow(150, 150, LatencyVerdict.Breached)]
    public void Other_work_beside_the_crowd_excuses_the_crowd_and_not_the_calls_of_one_client(
        double alone,
        double crowd,
        LatencyVerdict verdict
    ) => Assert.AreEqual(verdict, LatencyJudgement.Of(Measured(alone, crowd, busy: false) with { BesideCrowd = 0.8 }).Verdict);

    [TestMethod]
    [DataRow(false, LatencyVerdict.Regressed)]
    [DataRow(true, LatencyVerdict.MachineTooBusy)]
    public void An_operation_over_its_baseline_regressed_unless_the_machine_is_busy(bool busy, LatencyVerdict verdict) =>
        Assert.AreEqual(verdict, LatencyJudgement.Of(Measured(50, 50, busy) with { Baseline = 20 }).Verdict);

    [TestMethod]
    [DataRow(1.2, 0, 1.08, LatencyVerdict.Held)]
    [DataRow(1.2, 0, 1.14, LatencyVerdict.Regressed)]
    [DataRow(1.38, 0, 1.14, LatencyVerdict.Held)]
    [DataRow(1.38, 0, 1.22, LatencyVerdict.Regressed)]
    [DataRow(1.8, 0, 1.18, LatencyVerdict.Held)]
    [DataRow(1.8, 0, 1.3, LatencyVerdict.MachineTooBusy)]
    [DataRow(1.8, 0, 1.45, LatencyVerdict.Regressed)]
    [DataRow(3, 0, 2.5, LatencyVerdict.MachineTooBusy)]
    [DataRow(3, 0, 3.5, LatencyVerdict.Regressed)]
    [DataRow(1, 0.1, 1.3, LatencyVerdict.Regressed)]
    [DataRow(1, 0.8, 1.3, LatencyVerdict.MachineTooBusy)]
    [DataRow(1, 0.8, 3.1, LatencyVerdict.Regressed)]
    public void The_slower_the_machine_or_the_more_other_work_it_has_the_more_an_operation_must_have_grown(
        double slowness,
        double otherWork,
        double growth,
        LatencyVerdict verdict
    ) => Assert.AreEqual(verdict, LatencyJudgement.Of(Grown(growth, new MachineLoad(slowness, Waiting: 1, otherWork))).Verdict);

    [TestMethod]
    public void Slow_calls_of_the_calibration_excuse_no_ratio_as_it_is_the_quick_ones() =>
        Assert.AreEqual(LatencyVerdict.Regressed, LatencyJudgement.Of(Grown(1.3, Series.Quiet with { Waiting = 5 })).Verdict);

    [TestMethod]
    [DataRow(0.1, null)]
    [DataRow(0.8, "held; its ratio says little, as the machine was busy")]
    public void What_holds_beside_other_work_is_said_to_be_half_judged(double otherWork, string? finding)
    {
        var judgement = LatencyJudgement.Of(Grown(1, Series.Quiet with { OtherWork = otherWork }));

        Assert.AreEqual((LatencyVerdict.Held, finding), (judgement.Verdict, judgement.Finding));
    }

    [TestMethod]
    [DataRow(20, 0, LatencyVerdict.Regressed)]
    [DataRow(20, 15, LatencyVerdict.Held)]
    [DataRow(10, 0, LatencyVerdict.MachineTooBusy)]
    public void A_tail_is_said_on_a_busy_machine_too_when_it_is_long_and_the_calibration_beside_it_has_none(
        int waiting,
        int waitingBeside,
        LatencyVerdict verdict
    ) =>
        Assert.AreEqual(
            verdict,
            LatencyJudgement
                .Of(
                    Measured(4, 50, busy: true) with
                    {
                        Alone = Series.Pair(Series.Of(4, waiting), Series.Of(4, waitingBeside), busy: true),
                    }
                )
                .Verdict
        );

    [TestMethod]
    [DataRow(50, LatencyVerdict.Held)]
    [DataRow(150, LatencyVerdict.Breached)]
    public async Task What_does_not_hold_is_measured_afresh_and_that_counts(double again, LatencyVerdict verdict) =>
        Assert.AreEqual(
            verdict,
            (
                await LatencyJudgement.OfAsync(effort =>
                    Task.FromResult(Measured(effort == LatencyEffort.Short ? 150 : again, 50, busy: false))
                )
            ).Verdict
        );

    [TestMethod]
    public async Task A_ratio_that_is_well_at_a_second_short_look_is_not_measured_longer() =>
        CollectionAssert.AreEqual(
            new[] { LatencyEffort.Short, LatencyEffort.Short },
            await EffortsAsync(first: Measured(30, 50, busy: false))
        );

    [TestMethod]
    public async Task A_tail_is_measured_longer_at_once_as_a_second_short_look_may_miss_it() =>
        CollectionAssert.AreEqual(
            new[] { LatencyEffort.Short, LatencyEffort.Long },
            await EffortsAsync(first: Measured(20, 50, busy: false) with { Alone = Series.Pair(Series.Of(16, waiting: 1), Series.Of(1)) })
        );

    [TestMethod]
    [DataRow(20, false, LatencyVerdict.Held)]
    [DataRow(50, false, LatencyVerdict.Regressed)]
    [DataRow(20, true, LatencyVerdict.Held)]
    [DataRow(50, true, LatencyVerdict.MachineTooBusy)]
    public async Task Slower_than_its_baseline_or_left_open_by_a_busy_machine_is_only_what_is_so_in_a_second_instance_too(
        double fresh,
        bool busy,
        LatencyVerdict verdict
    ) =>
        Assert.AreEqual(
            verdict,
            (
                await LatencyJudgement.OfAsync(effort =>
                    Task.FromResult(Measured(effort == LatencyEffort.LongOfFreshStart ? fresh : 50, 50, busy) with { Baseline = 20 })
                )
            ).Verdict
        );

    [TestMethod]
    [DataRow(50, LatencyVerdict.Held)]
    [DataRow(150, LatencyVerdict.Breached)]
    public async Task Over_its_threshold_is_only_what_is_so_in_a_second_instance_too(double fresh, LatencyVerdict verdict) =>
        Assert.AreEqual(
            verdict,
            (
                await LatencyJudgement.OfAsync(effort =>
                    Task.FromResult(Measured(50, effort == LatencyEffort.LongOfFreshStart ? fresh : 150, busy: false))
                )
            ).Verdict
        );

    /// <returns>An operation of which only the ratio has grown.</returns>
    private static LatencyMeasurement Grown(double growth, MachineLoad machine) =>
        Measured(4, 50, busy: false) with
        {
            Baseline = 4,
            Alone = Series.Pair(Series.Of(4 * growth), Series.Of(1)) with { Machine = machine },
        };

    /// <returns>What is spent on an operation that is well but at first.</returns>
    private static async Task<List<LatencyEffort>> EffortsAsync(LatencyMeasurement first)
    {
        var efforts = new List<LatencyEffort>();
        await LatencyJudgement.OfAsync(effort =>
        {
            efforts.Add(effort);
            return Task.FromResult((efforts.Count == 1 ? first : Measured(20, 50, busy: false)) with { Baseline = 20 });
        });
        return efforts;
    }

    private static LatencyMeasurement Measured(double alone, double crowd, bool busy) =>
        new(
            new LatencyProbe("orders", "GET /orders", _ => throw new NotSupportedException()),
            new LatencyThreshold("orders", "GET /orders", 100),
            Baseline: null,
            Series.Pair(Series.Of(alone * 0.8), Series.Of(1), busy),
            Series.Of(crowd * 0.8),
            BesideCrowd: 0
        );
}
