using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Init.Entries;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>How a .NET project is known to be healthy.</summary>
internal static class DotNetHealth
{
    /// <summary>By the path that its sources map, else by any answer.</summary>
    /// <returns>Null for the manifest's default.</returns>
    /// <param name="name">The service's name.</param>
    /// <param name="project">Its project.</param>
    /// <param name="open">Takes what could not be decided.</param>
    public static JsonNode? Of(string name, ProjectFile project, List<string> open)
    {
        if (project.Kind == ProjectKind.Worker)
        {
            return DraftHealth.Alive;
        }
        var mappings = HealthPath.InDotNet(project.WithReferences().Select(each => each.Folder));
        if (mappings.FirstOrDefault(mapping => !mapping.InDevelopment) is { Path: var path })
        {
            return path == DraftHealth.DefaultPath ? null : path;
        }
        if (mappings is [{ Path: var late }, ..])
        {
            open.Add(
                $"{name}: it maps {late} in Development only. To use it: "
                    + $"\"health\": \"{late}\", \"env\": {{ \"ASPNETCORE_ENVIRONMENT\": \"Development\" }}"
            );
        }
        return project.Packages.Any(package => package.StartsWith("Grpc.AspNetCore", StringComparison.Ordinal))
            ? DraftHealth.Tcp
            : DraftHealth.AnyAnswer;
    }
}
