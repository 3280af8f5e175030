using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.Tasks.Selection.Fingerprints;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Selection;

/// <summary>What a build is about to test.</summary>
/// <param name="manifest">The manifest.</param>
/// <param name="services">The services' assemblies, with metadata <c>Project</c>.</param>
/// <param name="projects">The test projects, with metadata <c>Results</c> and <c>Assembly</c>.</param>
internal sealed class RunUnderTest(ServiceManifest manifest, ITaskItem[] services, ITaskItem[] projects)
{
    /// <summary>What runs of these tests are kept by.</summary>
    /// <param name="judged">Which figures of the services are judged.</param>
    public string KindOf(string judged) =>
        Digest.Of([.. manifest.Services.Select(service => service.Name), "", .. projects.Select(NameOf), judged])[..16];

    /// <summary>What it is made from.</summary>
    /// <param name="surroundings">What all tests rest on besides, by its name.</param>
    public Baseline Describe(IReadOnlyDictionary<string, string> surroundings)
    {
        var outputs = manifest
            .Services.Select(service =>
                (service.Name, Assembly: Array.Find(services, each => each.GetMetadata("Project") == service.Project))
            )
            .Where(service => service.Assembly is not null)
            .ToDictionary(service => service.Name, service => FolderOf(service.Assembly!.GetMetadata("FullPath")));
        var (prints, at) = (new ServiceFingerprints(manifest, outputs), DateTimeOffset.UtcNow);
        var frame = projects.ToDictionary(
            project => $"the tests of {NameOf(project)}",
            project => FolderContent.OfOutput(FolderOf(project.GetMetadata("Assembly")))
        );
        return new Baseline
        {
            Frame = frame.Concat(surroundings).Append(new("the manifest beside its services", prints.OfRest())).ToDictionary(),
            Services = prints.All(),
            At = at,
            WholeAt = at,
            Name = Checkout.Commit(FolderOf(manifest.File)) ?? at.ToString("u"),
            Tests = [],
        };
    }

    private static string NameOf(ITaskItem project) => project.GetMetadata("Results");

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!;
}
