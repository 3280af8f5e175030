using Migrations.Files;
using TestKit;

namespace Database;

/// <summary>What the tests run over: every service of the manifest that has migrations, and every version of each. A new service or a new file is covered without a new test.</summary>
public static class MigrationCases
{
    /// <summary>The services.</summary>
    public static IEnumerable<string> Services =>
        Suite.State.Services.Where(service => service.Migrations is not null).Select(service => service.Name);

    /// <summary>The services and their versions.</summary>
    public static IEnumerable<(string Service, string Version)> Versions =>
        from service in Services
        from file in FolderOf(service).Versioned
        select (service, file.Version!.Label);

    /// <summary>The same, without each service's first.</summary>
    public static IEnumerable<(string Service, string Version)> LaterVersions =>
        Versions.Where(row => row.Version != FolderOf(row.Service).Versioned[0].Version!.Label);

    /// <summary>A service's migrations.</summary>
    public static MigrationFolder FolderOf(string service) => MigrationFolder.Read(Suite.Service(service).Migrations!);

    /// <summary>A service's file of a version.</summary>
    public static MigrationFile File(string service, string version) =>
        FolderOf(service).Versioned.Single(file => file.Version!.Label == version);
}
