using IntegrationSuite.TestKit.Latency;

namespace Pipeline.Latency;

[TestClass]
public sealed class ExactBinomialTests
{
    [TestMethod]
    [DataRow(8, 10, 0.5, 56.0 / 1024)]
    [DataRow(2, 2, 0.1, 0.01)]
    [DataRow(1, 3, 0.5, 7.0 / 8)]
    [DataRow(0, 10, 0.5, 1)]
    [DataRow(0, 0, 0.5, 1)]
    public void It_is_the_sum_of_the_terms(int successes, int trials, double chance, double expected) =>
        Assert.AreEqual(expected, ExactBinomial.AtLeast(successes, trials, chance), 1e-12);
}
