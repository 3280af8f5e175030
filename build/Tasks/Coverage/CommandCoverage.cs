using System.ComponentModel;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.Tasks.Coverage.Figures;
using IntegrationSuite.Tasks.Coverage.Node;
using IntegrationSuite.Tasks.Coverage.Reports;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>The coverage of services that are no .NET projects: of what they report themselves, or of what their runtime has counted.</summary>
/// <param name="manifest">The manifest's absolute path.</param>
/// <param name="coverageFolder">The absolute folder with one for each service.</param>
/// <param name="types">What is judged: a report that does not count it says nothing.</param>
/// <param name="ends">How the services ended.</param>
internal sealed class CommandCoverage(string manifest, string coverageFolder, string[] types, ServiceEnds ends)
{
    private readonly NodeTools _nodeTools = new();

    private string ManifestFolder => Path.GetDirectoryName(manifest)!;

    /// <summary>Reads it.</summary>
    public ServiceCoverage Collect(ServiceEntry service)
    {
        var node = new NodeCoverage(FolderOf(service));
        return service switch
        {
            { Image: not null } => NotMeasured(service, "it runs in a container"),
            { Coverage.IsMeasured: false } => NotMeasured(service, "its \"coverage\" is false"),
            { Coverage.Report: { } report } => Try(service, ErrorCodes.CoverageUnreadable, () => OfReport(service, report)),
            _ when node.IsThere => Try(service, ErrorCodes.CoverageToolFailed, () => OfNode(service, node)),
            _ => Without(service, "it is not Node, and its \"coverage\" names no \"report\""),
        };
    }

    private string FolderOf(ServiceEntry service) => Path.Combine(coverageFolder, service.Name);

    private ServiceCoverage OfReport(ServiceEntry service, string file)
    {
        if (!File.Exists(file))
        {
            return Incomplete(service, $"it has not written its report '{file}'");
        }
        if (WrittenAt(file) < ends.RunBegan)
        {
            return Incomplete(service, $"its report '{file}' is of an earlier run");
        }
        var report = ReportFile.Read(file);
        var sources = service.WorkingDirectory is { } folder && Path.IsPathRooted(folder) ? folder : ManifestFolder;
        report.Save(FolderOf(service), sources);
        return Measured(service, report.Figures, ends.WhyIncomplete(service.Name, 0, ServiceEnds.BySigterm));
    }

    // Which processes have written says more than an exit code.
    private ServiceCoverage OfNode(ServiceEntry service, NodeCoverage node)
    {
        var artifacts = Path.GetDirectoryName(coverageFolder)!;
        var report = node.ReportAsync(_nodeTools, ManifestFolder, artifacts, service.Coverage.Exclude).GetAwaiter().GetResult();
        var why = node.WhyIncomplete() ?? ends.WhyIncomplete(service.Name, orderly: null);
        return report is not null ? Measured(service, ReportFile.Read(report).Figures, why)
            : why is not null ? Incomplete(service, why)
            : Without(service, "Node ran nothing of its own");
    }

    private ServiceCoverage Measured(ServiceEntry service, CoverageFigures figures, string? incomplete) =>
        new(service.Name, service.Title, figures, incomplete ?? WhyUncounted(figures));

    // Nothing of nothing would be 100 %.
    private string? WhyUncounted(CoverageFigures figures) =>
        Array.Find(types, type => figures.Of(type).Total == 0) is { } type ? $"its report counts no {CoverageFigures.Several(type)}" : null;

    private static ServiceCoverage Try(ServiceEntry service, string code, Func<ServiceCoverage> collect)
    {
        try
        {
            return collect();
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or FormatException or TimeoutException or Win32Exception or SuiteException
            )
        {
            var what =
                code == ErrorCodes.CoverageToolFailed ? "can't be made into a report" : $"can't be read from '{service.Coverage.Report}'";
            return Nothing(service) with
            {
                Fault = new SuiteError(code, $"The coverage of {service.Title} {what}: {e.Message}", service.Name),
            };
        }
    }

    private static ServiceCoverage Without(ServiceEntry service, string why) =>
        service.Coverage.IsDemanded ? Incomplete(service, $"there is none: {why}") : NotMeasured(service, why);

    private static ServiceCoverage NotMeasured(ServiceEntry service, string why) => Nothing(service) with { NotMeasured = why };

    private static ServiceCoverage Incomplete(ServiceEntry service, string why) => Nothing(service) with { Incomplete = why };

    private static ServiceCoverage Nothing(ServiceEntry service) =>
        new(service.Name, service.Title, CoverageFigures.None, Incomplete: null);

    // Of the file, not of a link to it.
    private static DateTimeOffset WrittenAt(string file) =>
        new(File.GetLastWriteTimeUtc(File.ResolveLinkTarget(file, returnFinalTarget: true)?.FullName ?? file));
}
