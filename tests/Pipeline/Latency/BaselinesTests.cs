using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class BaselinesTests
{
    private static readonly LatencyProbe s_probe = new("orders", "GET /orders", _ => throw new NotSupportedException());

    [TestMethod]
    public void A_ratio_is_judged_on_the_kind_of_machine_where_it_was_taken()
    {
        var here = Baselines.Read(Taken("2 × A", 1.5), "2 × A");

        Assert.AreEqual((1.5, null), (here.Of(s_probe), here.Remark));
    }

    [TestMethod]
    public void On_another_kind_of_machine_it_is_judged_by_far_more_than_the_highest_and_the_reason_is_told()
    {
        var file = Taken("2 × A", 1.5);
        var other = Baselines.Read(file, "4 × B");
        other.Set(s_probe, 2, 2, 2, 2, 2, 2);
        other.Write(file, 1.1);
        var elsewhere = Baselines.Read(file, "8 × C");

        Assert.AreEqual(5, elsewhere.Of(s_probe));
        Assert.Contains("those of other machines (2 × A; 4 × B; this is 8 × C)", elsewhere.Remark!);
    }

    [TestMethod]
    [DataRow("2 × A", 0.7)]
    [DataRow("4 × B", null)]
    public void What_a_quiet_machine_is_holds_for_its_kind_only(string machine, double? quiet) =>
        Assert.AreEqual(quiet, Baselines.Read(Taken("2 × A", 1.5), machine).QuietCalibration);

    [TestMethod]
    public void Those_of_one_kind_of_machine_leave_those_of_another_as_they_are()
    {
        var file = Taken("2 × A", 1.5);
        var elsewhere = Baselines.Read(file, "4 × B");
        elsewhere.Set(s_probe, 3, 3, 3, 3, 3, 3);
        elsewhere.Write(file, 1.1);

        Assert.AreEqual((1.5, 0.7), (Baselines.Read(file, "2 × A").Of(s_probe), Baselines.Read(file, "2 × A").QuietCalibration));
        Assert.AreEqual((3.0, 1.1), (Baselines.Read(file, "4 × B").Of(s_probe), Baselines.Read(file, "4 × B").QuietCalibration));
    }

    [TestMethod]
    public void Without_a_file_there_are_none_and_that_is_told() =>
        Assert.Contains("no baselines yet", Baselines.Read(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())).Remark!);

    [TestMethod]
    public void Into_an_empty_file_new_ones_are_taken()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, "{}");

        Assert.AreEqual("orders GET /orders: 1.50, new", Baselines.Read(file).Set(s_probe, 1.5));
    }

    [TestMethod]
    [DataRow(1.5, 1.6, null)]
    [DataRow(1.5, 1.8, "orders GET /orders: 1.50 → 1.80")]
    [DataRow(1.5, 1.2, "orders GET /orders: 1.50 → 1.20")]
    public void A_new_one_tells_what_moved(double before, double after, string? moved) =>
        Assert.AreEqual(moved, Baselines.Read(Taken("2 × A", before), "2 × A").Set(s_probe, after));

    [TestMethod]
    public void Of_several_starts_the_highest_counts_as_the_same_code_may_come_to_it_again()
    {
        var baselines = Baselines.Read(Taken("2 × A", 3), "2 × A");
        baselines.Set(s_probe, 1.48, 1.52, 1.5, 1.4, 1.41, 1.42);

        Assert.AreEqual(1.52, baselines.Of(s_probe));
    }

    [TestMethod]
    public void Of_one_taking_a_tenth_more_counts_as_another_may_differ_by_that()
    {
        var baselines = Baselines.Read(Taken("2 × A", 3), "2 × A");
        baselines.Set(s_probe, 1.48, 1.5, 1.5);

        Assert.AreEqual(1.65, baselines.Of(s_probe)!.Value, 1e-9);
    }

    /// <returns>A file of its own.</returns>
    private static string Taken(string machine, double ratio)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var baselines = Baselines.Read(file, machine);
        baselines.Set(s_probe, ratio, ratio, ratio, ratio, ratio, ratio);
        baselines.Write(file, 0.7);
        return file;
    }
}
