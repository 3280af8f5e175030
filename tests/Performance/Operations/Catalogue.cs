using IntegrationSuite.TestKit.Latency;

namespace Performance.Operations;

/// <summary>Every operation of every service.</summary>
internal static class Catalogue
{
    /// <summary>How each is called.</summary>
    public static IReadOnlyList<LatencyProbe> Probes { get; } =
    [
        .. RecordsOperations.Probes,
        .. IngestionOperations.Probes,
        .. ExportOperations.Probes,
        .. BlockOperations.CaseBlock,
        .. BlockOperations.Signature,
        .. FactsOperations.Probes,
        .. ExhibitsOperations.Probes,
        .. CaselawOperations.Probes,
    ];

    /// <summary>Calls each once, the services side by side, so that what is compiled then takes both processors and no measurement's time.</summary>
    public static Task WarmUpAsync(Backend backend, CancellationToken cancel) =>
        Task.WhenAll(
            Probes
                .GroupBy(probe => probe.Service)
                .Select(async probes =>
                {
                    foreach (var probe in probes)
                    {
                        try
                        {
                            await probe.TimeAsync(backend.Http(probe.Service), cancel);
                        }
                        catch (Exception) when (!cancel.IsCancellationRequested)
                        {
                            // The operation's own test says it, when it measures; those of the others must not.
                        }
                    }
                })
        );

    /// <summary>One of them.</summary>
    public static LatencyProbe Find(string service, string name) => Probes.Single(probe => probe.Service == service && probe.Name == name);
}
