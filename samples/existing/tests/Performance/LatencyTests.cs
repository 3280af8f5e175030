using TestKit.Latency;

[TestClass]
public sealed class LatencyTests : ThresholdTests;
