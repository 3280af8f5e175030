using IntegrationSuite.TestKit.Latency;
using Performance.Operations;

namespace Performance.Load;

/// <summary>What users do all day: three reads to two writes.</summary>
internal static class LoadMix
{
    private static readonly LatencyProbe[] s_reads =
    [
        Catalogue.Find("records", "GET /api/templates"),
        Catalogue.Find("records", "GET /api/cases/{id}"),
        Catalogue.Find("records", "GET /api/cases?template_id"),
        Catalogue.Find("records", "GET /api/drafts/{id}"),
        Catalogue.Find("ingestion", "GET /ingestions/{id}"),
        Catalogue.Find("export", "GET /exports/{id}"),
        Catalogue.Find("caseblock", "POST /caseblock/format"),
        Catalogue.Find("signature", "POST /signature/extract"),
        Catalogue.Find("facts", "GET /facts/claims/{id}"),
        Catalogue.Find("facts", "GET /facts/claims/{id}/support"),
        Catalogue.Find("exhibits", "GET /exhibits/appendix"),
        Catalogue.Find("caselaw", "POST /citations/detect"),
    ];

    private static readonly LatencyProbe[] s_writes =
    [
        .. StoredRows.Tables.Select(table => Catalogue.Find(table.Service, table.Operation)),
    ];

    /// <summary>A read, a write, a read, a read, a write, and so on, until each read has been as often as any other, and each write too.</summary>
    public static IReadOnlyList<LatencyProbe> Operations { get; } =
    [.. Enumerable.Range(0, s_reads.Length * s_writes.Length).SelectMany(Turn)];

    private static LatencyProbe[] Turn(int turn) =>
        [Read(3 * turn), Write(2 * turn), Read((3 * turn) + 1), Read((3 * turn) + 2), Write((2 * turn) + 1)];

    private static LatencyProbe Read(int number) => s_reads[number % s_reads.Length];

    private static LatencyProbe Write(int number) => s_writes[number % s_writes.Length];
}
