using IntegrationSuite.Report.Records;
using IntegrationSuite.Report.Traces;

namespace IntegrationSuite.Report.Sections;

/// <summary>Which service calls which, as seen in this run's traces; the tests are a caller too.</summary>
/// <param name="Edges">By caller and callee.</param>
internal sealed record MapSection(IReadOnlyList<MapSection.Edge> Edges)
{
    private const string Tests = "tests";
    private const int MostOperations = 40;

    /// <summary>Makes it.</summary>
    public static MapSection Of(RunRecords records) =>
        new([
            .. records
                .Traces.Requests.Values.SelectMany(trace => trace)
                .GroupBy(request => (From: request.Caller?.Service ?? Tests, To: request.Service))
                .OrderBy(edge => edge.Key)
                .Select(edge => EdgeOf(edge.Key.From, edge.Key.To, [.. edge])),
        ]);

    private static Edge EdgeOf(string from, string to, IReadOnlyList<Request> calls)
    {
        var times = calls.Select(call => call.Milliseconds).Order().ToList();
        return new Edge(
            from,
            to,
            calls.Count,
            calls.Count(call => call.Failed),
            Percentile(times, 0.5),
            Percentile(times, 0.95),
            [
                .. calls
                    .GroupBy(call => call.Operation)
                    .OrderByDescending(operation => operation.Count())
                    .Take(MostOperations)
                    .Select(operation => new Operation(operation.Key, operation.Count(), operation.Count(call => call.Failed))),
            ]
        );
    }

    private static double Percentile(List<double> sorted, double share) =>
        Clock.Rounded(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)]);

    /// <summary>The calls of one service by another.</summary>
    /// <param name="Errors">How many were answered with 500 or more.</param>
    /// <param name="P50">Half of them took no longer, in milliseconds.</param>
    /// <param name="P95">95 % of them took no longer.</param>
    /// <param name="Operations">The most called first.</param>
    internal sealed record Edge(string From, string To, int Calls, int Errors, double P50, double P95, IReadOnlyList<Operation> Operations);

    /// <summary>An operation of the callee.</summary>
    internal sealed record Operation(string Name, int Calls, int Errors);
}
