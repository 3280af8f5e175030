using ServiceHost.Client;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>A service's figures.</summary>
/// <param name="Service">Its name in the manifest.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Figures">What ran of its own assembly.</param>
/// <param name="Incomplete">Why the figures are not the whole truth; null when they are.</param>
internal sealed record ServiceCoverage(string Service, string Title, CoverageFigures Figures, string? Incomplete);

/// <summary>The gate: each service by itself.</summary>
internal sealed class CoverageGate(double threshold, string[] types)
{
    private const int LeastCoveredFiles = 3;

    public IEnumerable<SuiteError> Check(ServiceCoverage service)
    {
        // Nothing of nothing would be 100 %: a report without the service's assembly must not pass for one.
        if ((service.Incomplete ?? (service.Figures.Lines.Total == 0 ? "no line of its assembly was measured" : null)) is { } why)
        {
            yield return new SuiteError(
                ErrorCodes.CoverageIncomplete,
                $"Coverage of {service.Title} is incomplete: {why}. Mend that first; the figure of {service.Figures.Lines.Percent} % lines says nothing.",
                service.Service
            );
            yield break;
        }

        foreach (var type in types.Where(t => service.Figures.Of(t).Percent < threshold))
        {
            var share = service.Figures.Of(type);
            yield return new SuiteError(
                ErrorCodes.CoverageBelow,
                $"Coverage of {service.Title} is {share.Percent} % of {type}s ({share.Covered} of {share.Total}), below {threshold} %. Least covered: {Worst(service)}.",
                service.Service
            );
        }
    }

    public List<string> Table(IReadOnlyList<ServiceCoverage> services)
    {
        var lines = new List<string> { $"{"Coverage", -24} {"lines", 8} {"branches", 9} {"methods", 8}" };
        lines.AddRange(
            services.Select(s =>
                $"{Mark(s)} {s.Title, -22} {s.Figures.Lines.Percent, 6:0.00} % {s.Figures.Branches.Percent, 7:0.00} % {s.Figures.Methods.Percent, 6:0.00} %{(s.Incomplete is null ? "" : "  incomplete")}"
            )
        );
        return lines;
    }

    public object ToReport(IReadOnlyList<ServiceCoverage> services) =>
        new
        {
            Threshold = threshold,
            Types = types,
            Services = services.Select(s => new
            {
                s.Service,
                s.Title,
                Passed = !Check(s).Any(),
                s.Incomplete,
                Lines = s.Figures.Lines,
                Branches = s.Figures.Branches,
                Methods = s.Figures.Methods,
            }),
        };

    private string Mark(ServiceCoverage service) => Check(service).Any() ? "✗" : "✓";

    private static string Worst(ServiceCoverage service) =>
        string.Join(
            ", ",
            service
                .Figures.Files.Where(f => f.Lines.Total > 0)
                .Take(LeastCoveredFiles)
                .Select(f => $"{Path.GetFileName(f.File)} {f.Lines.Percent} %")
        );
}
