using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Storage;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>Copies each .NET service's build output to a staging folder and instruments the copy; <c>bin/</c> stays as it was built. Takes the last run's coverage away, and makes room for this one's.</summary>
public sealed class InstrumentServices : SuiteTask
{
    /// <summary>The built assemblies, with metadata <c>Project</c>.</summary>
    [Required]
    public required ITaskItem[] Assemblies { get; set; }

    /// <summary>The folder below which each service gets a folder of its own.</summary>
    [Required]
    public required string StagingDirectory { get; set; }

    /// <summary>Where coverage goes, a folder a service.</summary>
    [Required]
    public required string CoverageDirectory { get; set; }

    /// <summary>The manifest's path: who may write beside it decides what runs.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>The staged folders, with metadata <c>Service</c> and <c>Assembly</c>.</summary>
    [Output]
    public ITaskItem[] Staged { get; set; } = [];

    internal static string Key(string folder) => $"IntegrationSuite.Coverlet:{folder}";

    /// <inheritdoc />
    protected override void Run()
    {
        Renew(StagingDirectory); // what is in it runs
        Renew(CoverageDirectory); // what is in it counts, and says which Node makes the report
        Staged =
        [
            .. ServiceManifest
                .Read(Path.GetFullPath(Manifest))
                .Services.Where(service => service is { Project: not null, Coverage.IsMeasured: true })
                .AsParallel()
                .AsOrdered()
                .Select(service => Stage(service, Array.Find(Assemblies, each => each.GetMetadata("Project") == service.Project)!)),
        ];
    }

    private void Renew(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
        PrivateFolder.Open(Path.GetFullPath(folder), below: Path.GetDirectoryName(Path.GetFullPath(Manifest)));
    }

    private ITaskItem Stage(ServiceEntry service, ITaskItem assembly)
    {
        var folder = Path.GetFullPath(Path.Combine(StagingDirectory, service.Name));
        Staging.Copy(Path.GetDirectoryName(assembly.GetMetadata("FullPath"))!, folder);
        var copy = Path.Combine(folder, Path.GetFileName(assembly.ItemSpec));
        var coverlet = new CoverletContext(service.Name, BuildEngine);
        if (!coverlet.Instrument(copy, string.Join(',', service.Coverage.Exclude)))
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.InstrumentationFailed,
                    $"coverlet could not instrument {copy}. Its error stands above; set \"coverage\": false for '{service.Name}' to run without.",
                    service.Name
                )
            );
        }

        BuildEngine4.RegisterTaskObject(Key(folder), coverlet, RegisteredTaskObjectLifetime.Build, allowEarlyCollection: false);
        return new TaskItem(folder, new Dictionary<string, string> { ["Service"] = service.Name, ["Assembly"] = Path.GetFileName(copy) });
    }
}
