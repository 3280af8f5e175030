using System.Globalization;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.Tasks.Coverage.Figures;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>Reads the coverage of the stopped services, shows the table, and reports every service below the threshold as an error of its own.</summary>
public sealed class CollectCoverage : SuiteTask
{
    /// <summary>The manifest's path.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>The staged folders of .NET services that <see cref="InstrumentServices"/> gave.</summary>
    public ITaskItem[] Staged { get; set; } = [];

    /// <summary>Where the reports go, a folder a service.</summary>
    [Required]
    public required string CoverageDirectory { get; set; }

    /// <summary>Where <c>coverage.json</c> goes.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>The run's state file: how each service ended.</summary>
    [Required]
    public required string StateFile { get; set; }

    /// <summary>0–100.</summary>
    public string Threshold { get; set; } = "80";

    /// <summary><c>line</c>, <c>branch</c> or <c>method</c>, several separated by commas.</summary>
    public string ThresholdType { get; set; } = "line";

    /// <summary>Whether a breach is an error; else the figures are only shown.</summary>
    public bool Gate { get; set; } = true;

    /// <summary>The services without figures, with metadata <c>Title</c> and <c>Why</c>.</summary>
    [Output]
    public ITaskItem[] NotMeasured { get; set; } = [];

    /// <summary>Whether any service has some.</summary>
    [Output]
    public bool HasFigures { get; set; }

    /// <summary>Checks <see cref="Threshold"/> and <see cref="ThresholdType"/> before anything runs.</summary>
    internal static (double Threshold, string[] Types) ParseThreshold(string threshold, string type)
    {
        if (!double.TryParse(threshold, CultureInfo.InvariantCulture, out var percent) || percent is not (>= 0 and <= 100))
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.BadOption, $"The property CoverageThreshold is '{threshold}'; it must be a number from 0 to 100.")
            );
        }

        var types = type.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return types.Length > 0 && types.All(t => t is "line" or "branch" or "method")
            ? (percent, types)
            : throw new SuiteException(
                new SuiteError(
                    ErrorCodes.BadOption,
                    $"The property CoverageThresholdType is '{type}'; it must be line, branch or method, several separated by commas."
                )
            );
    }

    /// <inheritdoc />
    protected override void Run()
    {
        var (threshold, types) = ParseThreshold(Threshold, ThresholdType);
        var manifest = ServiceManifest.Read(Path.GetFullPath(Manifest));
        var ends = new ServiceEnds(RunState.TryRead(StateFile));
        var commands = new CommandCoverage(manifest.File, Path.GetFullPath(CoverageDirectory), types, ends);
        var services = manifest
            .Services.Where(service => service.Kind == ServiceKind.Service || service.Coverage.IsMeasured)
            .AsParallel()
            .AsOrdered()
            .Select(service => KeptOf(service) ?? Collect(service, commands, ends))
            .ToList();
        Shared<Kept<KeptCoverage>>()?.Complete(services.Select(figures => KeptCoverage.Of(figures, FolderOf(figures.Service), Root)));
        NotMeasured = [.. services.Where(service => service.NotMeasured is not null).Select(ToItem)];
        HasFigures = services.Exists(service => service.Figures.Lines.Total > 0);
        var gate = new CoverageGate(threshold, types);
        Directory.CreateDirectory(ResultsDirectory);
        File.WriteAllText(
            Path.Combine(ResultsDirectory, "coverage.json"),
            JsonSerializer.Serialize(gate.ToReport(services), ClientJson.Indented)
        );
        gate.Table(services).ForEach(Say);
        if (Gate)
        {
            var gates = Shared<ServiceGates>() ?? ServiceGates.Read(StateFile);
            services.SelectMany(gate.Check).SelectMany(gates.Judge).ToList().ForEach(Report);
        }
    }

    private string Root => Path.GetDirectoryName(Path.GetFullPath(Manifest))!;

    private string FolderOf(string service) => Path.GetFullPath(Path.Combine(CoverageDirectory, service));

    private ServiceCoverage? KeptOf(ServiceEntry service)
    {
        var kept = Shared<Kept<KeptCoverage>>()?.Of(service.Name).FirstOrDefault();
        if (kept is not null)
        {
            PrivateFolder.Open(Path.GetFullPath(CoverageDirectory), below: Root);
            kept.WriteReports(FolderOf(service.Name), Root);
        }

        return kept?.Figures;
    }

    private ServiceCoverage Collect(ServiceEntry service, CommandCoverage commands, ServiceEnds ends) =>
        Array.Find(Staged, staged => staged.GetMetadata("Service") == service.Name) is { } staged
            ? Collect(service, staged, ends)
            : commands.Collect(service);

    private ServiceCoverage Collect(ServiceEntry service, ITaskItem staged, ServiceEnds ends)
    {
        var folder = FolderOf(service.Name);
        Directory.CreateDirectory(folder);
        var coverlet = (CoverletContext)
            BuildEngine4.UnregisterTaskObject(InstrumentServices.Key(staged.GetMetadata("FullPath")), RegisteredTaskObjectLifetime.Build);
        var incomplete = ends.WhyIncomplete(service.Name, orderly: 0);
        if (!coverlet.Collect(folder))
        {
            return new ServiceCoverage(service.Name, service.Title, CoverageFigures.None, incomplete);
        }

        var report = CoverletReport.Read(Path.Combine(folder, "coverage.json"), staged.GetMetadata("Assembly"), service.Coverage.Include);
        return new ServiceCoverage(service.Name, service.Title, report.Figures, incomplete ?? WhyTooLittle(report))
        {
            Counted = report.Counted,
            NotCounted = report.NotCounted,
        };
    }

    private static string? WhyTooLittle(CoverletReport report) =>
        report.Missing.Count == 0
            ? null
            : $"its \"include\" names {string.Join(", ", report.Missing.Select(name => $"'{name}'"))}, and beside it are {(string.Join(", ", report.Counted.Concat(report.NotCounted)) is { Length: > 0 } names ? $"only {names}" : "no assemblies with sources here")}";

    private static TaskItem ToItem(ServiceCoverage service) =>
        new(service.Service, new Dictionary<string, string> { ["Title"] = service.Title, ["Why"] = service.NotMeasured! });
}
