using IntegrationSuite.ServiceHost.Init.Entries;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Discovery;

/// <summary>Makes entries of .NET projects.</summary>
/// <param name="root">The manifest's folder.</param>
/// <param name="names">Gives names.</param>
/// <param name="ports">Gives ports.</param>
/// <param name="open">Takes what could not be decided.</param>
internal sealed class DotNetServices(string root, ServiceNames names, PortChoice ports, List<string> open)
{
    /// <summary>The entry of a project that is a service.</summary>
    public DraftEntry EntryOf(ProjectFile project)
    {
        var name = names.Take(project.Name);
        var projects = project.WithReferences();
        var database = new DatabaseUse(name, projects);
        var migrations = database.Name is null ? null : MigrationFiles.SqlFolder(project.Folder);
        TellOpen(name, projects, database);
        return new DraftEntry
        {
            Name = name,
            Project = SourceTree.Relative(root, project.File),
            Ports = project.Kind == ProjectKind.Web ? [new DraftPort(ports.Take(LaunchSettings.Of(project).Http))] : [],
            Health = DotNetHealth.Of(name, project, open),
            Database = database.Name,
            Env = database.Env,
            Migrations = migrations is null ? null : SourceTree.Relative(root, migrations),
        };
    }

    private void TellOpen(string name, IReadOnlyList<ProjectFile> projects, DatabaseUse database)
    {
        if (database is { UsesPostgres: true, Name: null })
        {
            open.Add(
                $"{name}: it has Npgsql, but no setting names its connection string. If it needs a database: "
                    + $"\"database\": \"{ServiceNames.Database(name)}\", \"env\": {{ \"ConnectionStrings__NAME\": \"${{database.ado}}\" }}"
            );
        }
        if (database.Env.Count > 1)
        {
            open.Add($"{name}: its {database.Env.Count} connection strings all lead to the database '{database.Name}'.");
        }
        if (database.UsesPostgres && projects.Any(each => MigrationFiles.HasEntityFramework(each.Folder)))
        {
            open.Add(
                $"{name}: it has migrations of Entity Framework. Unless it applies them itself: "
                    + "\"before\": [\"dotnet ef database update --no-build\"]"
            );
        }
    }
}
