using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Init.Entries;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>Makes entries of packages of Node's.</summary>
/// <param name="root">The manifest's folder.</param>
/// <param name="names">Gives names.</param>
/// <param name="ports">Gives ports.</param>
/// <param name="open">Takes what could not be decided.</param>
internal sealed class NodeServices(string root, ServiceNames names, PortChoice ports, List<string> open)
{
    /// <summary>The entry of a package that can be started.</summary>
    public DraftEntry EntryOf(NodePackage package)
    {
        var name = names.Take(package.Name);
        var sources = package.Sources();
        if (!sources.Append(package.Start!).Any(source => source.Contains("PORT", StringComparison.Ordinal)))
        {
            open.Add(
                $"{name}: none of its sources names PORT, which says where it must listen. If it takes the port as an argument: "
                    + $"\"command\": \"{package.Runner(root)} start -- --port ${{port}}\""
            );
        }
        var folder = SourceTree.Relative(root, package.Folder);
        return new DraftEntry
        {
            Name = name,
            Command = [package.Runner(root), "start"],
            WorkingDirectory = folder == "." ? null : folder,
            Ports = [new DraftPort(ports.Take())],
            Health = HealthOf(sources),
        };
    }

    /// <summary>How it is known to be healthy; null for the manifest's default.</summary>
    public static JsonNode? HealthOf(IEnumerable<string> sources) =>
        HealthPath.OfNode(sources) switch
        {
            null => DraftHealth.AnyAnswer,
            DraftHealth.DefaultPath => null,
            var path => JsonValue.Create(path),
        };
}
