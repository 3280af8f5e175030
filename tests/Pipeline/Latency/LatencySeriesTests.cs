namespace Pipeline.Latency;

[TestClass]
public sealed class LatencySeriesTests
{
    [TestMethod]
    [DataRow(0, 1.04)]
    [DataRow(100, 1.09)]
    public void What_comes_between_in_half_of_the_calls_does_not_count(int waiting, double mean) =>
        Assert.AreEqual(mean, Series.Of(1, waiting).QuickerHalf, 1e-9);
}
