using IntegrationSuite.TestKit.Latency;
using IntegrationSuite.TestKit.Latency.Bench;
using Performance.Operations;

namespace Performance;

/// <summary>What all tests measure with.</summary>
[TestClass]
public static class Measuring
{
    /// <summary>The bench of this process.</summary>
    internal static LatencyBench Bench { get; } = new(async cancel => await Catalogue.WarmUpAsync((await World.Stored).Backend, cancel));

    [AssemblyCleanup]
    public static async Task FinishAsync()
    {
        await Bench.DisposeAsync();
        await World.RemoveAsync();
    }
}
