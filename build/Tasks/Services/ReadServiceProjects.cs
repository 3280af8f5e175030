using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace IntegrationSuite.Tasks.Services;

/// <summary>Gives the .NET projects of a manifest, each once: several services may be of one.</summary>
public sealed class ReadServiceProjects : SuiteTask
{
    /// <summary>The manifest's path.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>The solution's projects, as it builds them.</summary>
    public ITaskItem[] SolutionProjects { get; set; } = [];

    /// <summary>The projects, those that the solution has with the <c>AdditionalProperties</c> with which it builds them.</summary>
    [Output]
    public ITaskItem[] Projects { get; set; } = [];

    /// <inheritdoc />
    protected override void Run() =>
        Projects = [
            .. ServiceManifest
                .Read(Path.GetFullPath(Manifest))
                .Services.Select(service => service.Project)
                .OfType<string>()
                .Distinct()
                .Select(ToItem),
        ];

    private TaskItem ToItem(string project) =>
        new(
            project,
            new Dictionary<string, string>
            {
                ["AdditionalProperties"] =
                    Array.Find(SolutionProjects, each => each.GetMetadata("FullPath") == project)?.GetMetadata("AdditionalProperties")
                    ?? "",
            }
        );
}
