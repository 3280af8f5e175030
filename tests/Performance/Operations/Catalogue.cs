using TestKit.Latency;

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

    /// <summary>One of them.</summary>
    public static LatencyProbe Find(string service, string name) => Probes.Single(probe => probe.Service == service && probe.Name == name);
}
