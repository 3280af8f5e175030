using System.Globalization;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Coverage.Figures;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>A service's figures.</summary>
/// <param name="Service">Its name in the manifest.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Figures">What ran of its own sources.</param>
/// <param name="Incomplete">Why the figures are not the whole truth; null when they are.</param>
internal sealed record ServiceCoverage(string Service, string Title, CoverageFigures Figures, string? Incomplete)
{
    /// <summary>Why there are no figures, where none were asked for; else null.</summary>
    public string? NotMeasured { get; init; }

    /// <summary>Why what it left can't be read; else null.</summary>
    public SuiteError? Fault { get; init; }

    /// <summary>Of a .NET project: the assemblies that count beside its own.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>Those beside its own that don't.</summary>
    public IReadOnlyList<string> NotCounted { get; init; } = [];
}

/// <summary>The gate: each service by itself.</summary>
internal sealed class CoverageGate(double threshold, string[] types)
{
    private const int LeastCoveredFiles = 3;
    private const int MostRecordedFiles = 10;

    public IEnumerable<SuiteError> Check(ServiceCoverage service)
    {
        if (service.NotMeasured is not null)
        {
            yield break;
        }
        if (service.Fault is { } fault)
        {
            yield return fault;
            yield break;
        }

        // Nothing of nothing would be 100 %: a report without the service's own sources must not pass for one.
        var total = service.Figures.Lines.Total;
        if ((service.Incomplete ?? (total == 0 ? "no line of its own was measured" : null)) is { } why)
        {
            yield return new SuiteError(
                ErrorCodes.CoverageIncomplete,
                $"Coverage of {service.Title} is incomplete: {why}. Mend that first{(total == 0 ? "" : $"; the figure of {service.Figures.Lines.Percent} % lines says nothing")}.",
                service.Service
            );
            yield break;
        }

        foreach (var type in types.Where(t => service.Figures.Of(t).Percent < threshold))
        {
            var share = service.Figures.Of(type);
            yield return new SuiteError(
                ErrorCodes.CoverageBelow,
                $"Coverage of {service.Title} is {share.Percent} % of {CoverageFigures.Several(type)} ({share.Covered} of {share.Total}), below {threshold} %. Least covered: {Worst(service)}.{(service.NotCounted.Count == 0 ? "" : $" Not counted: {string.Join(", ", service.NotCounted)}.")}",
                service.Service
            );
        }
    }

    public List<string> Table(IReadOnlyList<ServiceCoverage> services)
    {
        var lines = new List<string> { $"{"Coverage", -24} {"lines", 8} {"branches", 9} {"methods", 8}" };
        lines.AddRange(services.Select(s => $"{Mark(s)} {s.Title, -22} {Row(s)}"));
        if (Uncounted(services) is { Length: > 0 } uncounted)
        {
            lines.Add($"– Shared assemblies that count for no service (\"coverage\": {{ \"include\": […] }}): {uncounted}");
        }

        return lines;
    }

    private static string Uncounted(IReadOnlyList<ServiceCoverage> services) =>
        string.Join(", ", services.SelectMany(s => s.NotCounted).Except(services.SelectMany(s => s.Counted)).Order(StringComparer.Ordinal));

    public CoverageReport ToReport(IReadOnlyList<ServiceCoverage> services) =>
        new(
            threshold,
            types,
            [.. services.Where(s => s.NotMeasured is null).Select(Recorded)],
            [.. services.Where(s => s.NotMeasured is not null).Select(s => new UnmeasuredService(s.Service, s.Title, s.NotMeasured!))]
        );

    private CoverageReport.Service Recorded(ServiceCoverage service) =>
        new(
            service.Service,
            service.Title,
            !Check(service).Any(),
            service.Incomplete,
            Recorded(service.Figures.Lines),
            Recorded(service.Figures.Branches),
            Recorded(service.Figures.Methods),
            [.. Worst(service, MostRecordedFiles).Select(f => new CoverageReport.File(f.File, Recorded(f.Lines)))]
        )
        {
            Counted = service.Counted,
            NotCounted = service.NotCounted,
        };

    private static CoverageReport.Share Recorded(Share share) => new(share.Covered, share.Total, share.Percent);

    private string Mark(ServiceCoverage service) =>
        service.NotMeasured is not null ? "–"
        : Check(service).Any() ? "✗"
        : "✓";

    private static string Row(ServiceCoverage service) =>
        service.NotMeasured is { } why ? $"not measured: {why}"
        : service.Fault is not null ? "unreadable"
        : $"{Column(service.Figures.Lines, 8)} {Column(service.Figures.Branches, 9)} {Column(service.Figures.Methods, 8)}{(service.Counted.Count == 0 ? "" : $"  with {string.Join(", ", service.Counted)}")}{(service.Incomplete is null ? "" : "  incomplete")}";

    // A report may count no branches or no methods.
    private static string Column(Share share, int width) =>
        (share.Total == 0 ? "–" : $"{share.Percent.ToString("0.00", CultureInfo.InvariantCulture)} %").PadLeft(width);

    private static string Worst(ServiceCoverage service) =>
        string.Join(", ", Worst(service, LeastCoveredFiles).Select(f => $"{Path.GetFileName(f.File)} {f.Lines.Percent} %"));

    private static IEnumerable<FileCoverage> Worst(ServiceCoverage service, int most) =>
        service.Figures.Files.Where(f => f.Lines.Total > 0).Take(most);
}
