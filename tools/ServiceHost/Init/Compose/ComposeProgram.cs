using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Discovery;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Compose;

/// <summary>What a service runs when it is no container: the project or the package that its build has in its folder.</summary>
/// <param name="Project">A .NET project.</param>
/// <param name="Package">A package of Node's.</param>
internal sealed record ComposeProgram(ProjectFile? Project, NodePackage? Package)
{
    private const string PackageFile = "package.json";

    /// <summary>Finds it: in the folder of the Dockerfile, else in that of the build.</summary>
    /// <param name="service">A service with a <c>build</c>.</param>
    /// <param name="file">The Compose file.</param>
    /// <param name="root">The manifest's folder; what lies outside of it is not looked at.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="Client.SuiteException">A project is malformed: SUITE118.</exception>
    public static ComposeProgram? Find(ComposeService service, ComposeFile file, string root)
    {
        var build = service.Node["build"];
        var context = file.PathOf(build?.Text ?? build?["context"]?.Text ?? ".");
        var dockerfile = file.PathOf(build?["dockerfile"]?.Text ?? "Dockerfile", context);
        return new[] { Path.GetDirectoryName(dockerfile)!, context }
            .Distinct()
            .Where(folder => SourceTree.IsWithin(folder, root))
            .Select(In)
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>Its command, with the folder it runs in.</summary>
    /// <param name="given">The command that the Compose file has in its place.</param>
    /// <param name="root">The manifest's folder.</param>
    public IReadOnlyList<string> Command(PlacedYaml? given, string root) =>
        Package is null ? []
        : WordsOf(given) is { Count: > 0 } words ? words
        : [Package.Runner(root), "start"];

    /// <summary>The words of a command: a list, or one text.</summary>
    /// <returns>Empty when there is none, or it can't be read.</returns>
    public static IReadOnlyList<string> WordsOf(PlacedYaml? command) =>
        command switch
        {
            { Items: { } items } when items.All(item => item.Text is not null) => [.. items.Select(item => item.Text!)],
            { Text: { } text } => CommandWords.Split(text) ?? [],
            _ => [],
        };

    private static ComposeProgram? In(string folder)
    {
        var projects = Directory
            .EnumerateFiles(folder)
            .Where(file => Solution.ProjectExtensions.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal)
            .ToList();
        var package = Path.Combine(folder, PackageFile);
        return projects is [var only] ? new ComposeProgram(new ProjectFile(only), null)
            : File.Exists(package) ? new ComposeProgram(null, new NodePackage(package))
            : null;
    }
}
