using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Results;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks;

/// <summary>The services' assemblies as they were before the services were started: whoever builds again during the tests changes what lies there, not what is tested.</summary>
internal sealed record TestedBinaries(IReadOnlyDictionary<string, ServiceBinaries> ByService)
{
    /// <summary>Those of a run.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="assemblies">The built assemblies, with metadata <c>Project</c>.</param>
    /// <param name="elsewhere">The services that run elsewhere: nobody knows from which assemblies.</param>
    public static TestedBinaries Of(ServiceManifest manifest, ITaskItem[] assemblies, IEnumerable<string> elsewhere) =>
        new(
            manifest
                .Services.ExceptBy(elsewhere, service => service.Name)
                .Select(service => (service.Name, Assembly: Array.Find(assemblies, each => each.GetMetadata("Project") == service.Project)))
                .Where(service => service.Assembly is not null)
                .ToDictionary(service => service.Name, service => ServiceBinaries.Of(service.Assembly!.ItemSpec))
        );
}
