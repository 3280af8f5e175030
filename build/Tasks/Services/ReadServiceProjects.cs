using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace IntegrationSuite.Tasks.Services;

/// <summary>Gives the .NET projects of a manifest.</summary>
public sealed class ReadServiceProjects : SuiteTask
{
    /// <summary>The manifest's path.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>The solution's projects, as it builds them.</summary>
    public ITaskItem[] SolutionProjects { get; set; } = [];

    /// <summary>The projects, with metadata <c>Service</c>, <c>Title</c>, <c>Coverage</c> and <c>CoverageExclude</c>, and those that the solution has with the <c>AdditionalProperties</c> with which it builds them.</summary>
    [Output]
    public ITaskItem[] Projects { get; set; } = [];

    /// <inheritdoc />
    protected override void Run() =>
        Projects = [.. ServiceManifest.Read(Path.GetFullPath(Manifest)).Services.Where(s => s.Project is not null).Select(ToItem)];

    private TaskItem ToItem(ServiceEntry service) =>
        new(
            service.Project!,
            new Dictionary<string, string>
            {
                ["Service"] = service.Name,
                ["Title"] = service.Title,
                ["Coverage"] = service.Coverage.IsMeasured ? "true" : "false",
                ["CoverageExclude"] = string.Join(',', service.Coverage.Exclude),
                ["AdditionalProperties"] =
                    Array
                        .Find(SolutionProjects, project => project.GetMetadata("FullPath") == service.Project)
                        ?.GetMetadata("AdditionalProperties")
                    ?? "",
            }
        );
}
