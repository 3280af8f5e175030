using IntegrationSuite.TestKit.Latency;

[TestClass]
public sealed class LatencyTests : ThresholdTests;
