using System.Reflection;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Gates;
using IntegrationSuite.TestKit.Latency.Bench;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Latency;

/// <summary>
/// Every operation that promises a latency holds it: <c>x-threshold-ms</c> in its service's OpenAPI document, or <c>latency</c> in the
/// manifest, which goes before. For a test project of the concern Performance, with <c>IntegrationTestExclusive</c>:
/// <c>[TestClass] public sealed class LatencyTests : ThresholdTests;</c>
/// </summary>
/// <remarks>An operation is called with an input that its contract allows, on things that were made beforehand; one without a contract as it stands. A service whose gate <c>latency</c> is off is left out.</remarks>
public abstract class ThresholdTests : ServiceTest
{
    /// <summary>The operations, such as <c>GET /books</c>, of each service.</summary>
    public static IEnumerable<(string Service, string Operation, string Promise)> Operations =>
        Suite
            .Services.Where(service => Suite.TryService(service)?.Gates.Latency != GateLevel.Off)
            .SelectMany(service => ThresholdsOfAsync(service).GetAwaiter().GetResult().Values)
            .Select(threshold => (threshold.Service, threshold.Operation, $"stays under {threshold.Milliseconds} ms"))
            .OrNothing();

    /// <summary>A test's name.</summary>
    public static string NameOf(MethodInfo method, object[] row) => $"{row[0]}: {row[1]} {row[2]}";

    /// <summary>Each operation is a test.</summary>
    [TestMethod]
    [TestCategory(LatencyBench.Category)]
    [DynamicData(
        nameof(Operations),
        typeof(ThresholdTests),
        DynamicDataDisplayName = nameof(NameOf),
        DynamicDataDisplayNameDeclaringType = typeof(ThresholdTests)
    )]
    public async Task An_operation_stays_under_its_threshold(string service, string operation, string promise)
    {
        NothingToTest.Skip(service, "thresholds of latencies");
        var threshold = (await ThresholdsOfAsync(service))[operation];
        var call = await GeneratedCall.OfAsync(service, operation, PlainClient, Cancel);
        var probe = new LatencyProbe(service, operation, http => call.PrepareAsync(http, Cancel));
        Note((await LatencyPart.Bench.AssertHoldsAsync(probe, threshold, Cancel)).Message);
    }

    private static async Task<IReadOnlyDictionary<string, LatencyThreshold>> ThresholdsOfAsync(string service)
    {
        var thresholds = new Dictionary<string, LatencyThreshold>();
        if (await ApiDocument.TryOfServiceAsync(service) is { } contract)
        {
            foreach (var (operation, threshold) in LatencyThreshold.Of(service, contract.Root))
            {
                thresholds[operation] = threshold;
            }
        }

        foreach (var (operation, milliseconds) in Suite.TryService(service)?.Latency ?? new Dictionary<string, double>())
        {
            thresholds[operation] = new LatencyThreshold(service, operation, milliseconds);
        }

        return thresholds;
    }
}
