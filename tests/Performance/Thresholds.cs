using IntegrationSuite.TestKit;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Latency;

namespace Performance;

/// <summary>What the running services' contracts promise.</summary>
internal static class Thresholds
{
    /// <summary>By operation.</summary>
    public static async Task<IReadOnlyDictionary<string, LatencyThreshold>> OfAsync(string service) =>
        LatencyThreshold.Of(service, (await ContractAsync(service)).Root);

    /// <summary>Every operation of a service.</summary>
    public static async Task<List<string>> OperationsAsync(string service) =>
        [.. (await ContractAsync(service)).Operations.Select(operation => operation.ToString())];

    private static Task<ApiDocument> ContractAsync(string service) => ApiDocument.OfAsync(Suite.Url(service));
}
