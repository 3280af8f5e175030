using IntegrationSuite.ServiceHost.Init.Entries;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>Finds the services of a repository.</summary>
internal static class Repository
{
    /// <summary>Looks at its solution, else at all of its projects, and at its packages of Node's.</summary>
    /// <param name="root">The folder, which is the manifest's.</param>
    /// <exception cref="Client.SuiteException">Something is malformed: SUITE118.</exception>
    public static async Task<Draft> FindServicesAsync(string root)
    {
        var projects = await Solution.ProjectsAsync(root);
        var (names, open) = (new ServiceNames(), new List<string>());
        var ports = new PortChoice(projects.SelectMany(project => LaunchSettings.Of(project).All));
        var dotnet = new DotNetServices(root, names, ports, open);
        var node = new NodeServices(root, names, ports, open);
        var services = projects.Where(project => project.Kind != ProjectKind.Other).ToList();
        var packages = NodeWorkspace.Startable(root, open).Where(package => !IsPartOf(services, package, root, open));
        return new Draft([.. services.Select(dotnet.EntryOf), .. packages.Select(node.EntryOf)], open);
    }

    // The pages of a web project: it serves them, or starts what does.
    private static bool IsPartOf(IEnumerable<ProjectFile> services, NodePackage package, string root, List<string> open)
    {
        var owner = services.FirstOrDefault(project =>
            (package.Folder + "/").StartsWith(project.Folder + "/", StringComparison.Ordinal) && project.Folder != root
        );
        if (owner is not null)
        {
            open.Add($"{SourceTree.Relative(root, package.File)}: it was taken for a part of {owner.Name}. If it runs by itself, add it.");
        }
        return owner is not null;
    }
}
