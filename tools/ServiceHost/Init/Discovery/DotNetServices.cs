using System.Text.Json.Nodes;
using ServiceHost.Init.Entries;
using ServiceHost.Init.Files;

namespace ServiceHost.Init.Discovery;

/// <summary>Makes entries of .NET projects.</summary>
/// <param name="root">The manifest's folder.</param>
/// <param name="names">Gives names.</param>
/// <param name="ports">Gives ports.</param>
/// <param name="open">Takes what could not be decided.</param>
internal sealed class DotNetServices(string root, ServiceNames names, PortChoice ports, List<string> open)
{
    /// <summary>Seconds that a worker must live: it has no port that could be asked.</summary>
    private const int Alive = 2;

    /// <summary>The entry of a project that is a service.</summary>
    public DraftEntry EntryOf(ProjectFile project)
    {
        var name = names.Take(project.Name);
        var projects = WithReferences(project);
        var database = new DatabaseUse(name, projects);
        var migrations = database.Name is null ? null : MigrationFiles.SqlFolder(project.Folder);
        TellOpen(name, project, projects, database);
        return new DraftEntry
        {
            Name = name,
            Project = SourceTree.Relative(root, project.File),
            Port = project.Kind == ProjectKind.Web ? ports.Take(LaunchSettings.Of(project).Http) : null,
            Health = HealthOf(name, project, projects),
            Database = database.Name,
            Env = database.Env,
            Migrations = migrations is null ? null : SourceTree.Relative(root, migrations),
        };
    }

    private JsonNode? HealthOf(string name, ProjectFile project, IReadOnlyList<ProjectFile> projects)
    {
        if (project.Kind == ProjectKind.Worker)
        {
            return new JsonObject { ["alive"] = Alive };
        }
        var mappings = HealthPath.InDotNet(projects.Select(each => each.Folder));
        if (mappings.FirstOrDefault(mapping => !mapping.InDevelopment) is { Path: var path })
        {
            return path == DraftHealth.DefaultPath ? null : path;
        }
        if (mappings is [{ Path: var late }, ..])
        {
            open.Add(
                $"{name}: it maps {late} in Development only. To use it: \"health\": \"{late}\", \"env\": {{ \"ASPNETCORE_ENVIRONMENT\": \"Development\" }}"
            );
        }
        return project.Packages.Any(package => package.StartsWith("Grpc.AspNetCore", StringComparison.Ordinal))
            ? DraftHealth.Tcp
            : DraftHealth.AnyAnswer;
    }

    private void TellOpen(string name, ProjectFile project, IReadOnlyList<ProjectFile> projects, DatabaseUse database)
    {
        if (database is { UsesPostgres: true, Name: null })
        {
            open.Add(
                $"{name}: it has Npgsql, but no setting says by which name it looks for its connection string. If it needs a database: \"database\": \"{ServiceNames.Database(name)}\", \"env\": {{ \"ConnectionStrings__NAME\": \"${{database.ado}}\" }}"
            );
        }
        if (database.Env.Count > 1)
        {
            open.Add($"{name}: its {database.Env.Count} connection strings all lead to the database '{database.Name}'.");
        }
        if (database.UsesPostgres && projects.Any(each => MigrationFiles.HasEntityFramework(each.Folder)))
        {
            open.Add(
                $"{name}: it has migrations of Entity Framework. Unless it applies them itself: \"before\": [\"dotnet ef database update --no-build\"]"
            );
        }
    }

    private static List<ProjectFile> WithReferences(ProjectFile project)
    {
        var found = new Dictionary<string, ProjectFile> { [project.File] = project };
        for (var open = new Queue<ProjectFile>([project]); open.TryDequeue(out var next); )
        {
            foreach (var file in next.References.Where(file => !found.ContainsKey(file)))
            {
                open.Enqueue(found[file] = new ProjectFile(file));
            }
        }
        return [.. found.Values];
    }
}
