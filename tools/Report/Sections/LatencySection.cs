using IntegrationSuite.Report.Records;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.Report.Sections;

/// <summary>What was measured of each operation, and the plots.</summary>
/// <param name="Remark">What holds for all.</param>
/// <param name="Operations">As measured.</param>
/// <param name="Plots">A picture a service.</param>
internal sealed record LatencySection(
    string? Remark,
    IReadOnlyList<LatencyReport.Operation> Operations,
    IReadOnlyList<LatencySection.Plot> Plots
)
{
    private const string Prefix = "latency.";
    private const long LargestPlot = 600 << 10;

    // A picture may have no more than its part of the page.
    private const long AllPlots = 1 << 20;

    /// <summary>Makes it, if anything was measured.</summary>
    public static LatencySection? Of(RunRecords records)
    {
        var left = AllPlots;
        var plots = records.Results.Files("", Prefix + "*.svg").Select(file => PlotOf(records, file, ref left)).OfType<Plot>().ToList();
        return records.Latency is { Operations: not null } latency ? new LatencySection(latency.Remark, latency.Operations, plots)
            : plots.Count > 0 ? new LatencySection(null, [], plots)
            : null;
    }

    private static Plot? PlotOf(RunRecords records, string file, ref long left)
    {
        var svg = records.Results.TryReadBytes(file, LargestPlot);
        if (svg is null || svg.Length > left)
        {
            return null;
        }

        left -= svg.Length;
        return new Plot(file[Prefix.Length..^".svg".Length], Convert.ToBase64String(svg));
    }

    /// <summary>A picture in SVG, which the page shows as an image: scripts in it don't run.</summary>
    internal sealed record Plot(string Service, string Base64);
}
