using ServiceHost.Client;
using ServiceHost.Client.Manifests;
using ServiceHost.Processes;

namespace ServiceHost.Supervision;

/// <summary>Knows what a service runs: a staged copy of its project's output, or its command.</summary>
/// <param name="setup">The run.</param>
/// <param name="service">The service.</param>
/// <param name="stage">The name of the service whose copy it runs from: its own, unless it is a second instance.</param>
internal sealed class ServicePlan(RunSetup setup, ServiceEntry service, string stage)
{
    private readonly string? _assembly = service.Project is null ? null : BuiltOutput.Find(service, setup.Options);

    /// <summary>The folder of the copy, for a project.</summary>
    private string Stage => setup.Options.Staged.GetValueOrDefault(stage) ?? setup.Folder.StageOf(stage);

    private string ManifestFolder => Path.GetDirectoryName(setup.Manifest.File)!;

    /// <summary>Makes the copy, unless it is there already.</summary>
    /// <exception cref="SuiteException">It can't be written.</exception>
    public void Prepare()
    {
        if (_assembly is null || setup.Options.Staged.ContainsKey(stage))
        {
            return;
        }
        try
        {
            Staging.Copy(Path.GetDirectoryName(_assembly)!, Stage);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.RunDirectoryUnusable, $"{service.Title} can't be copied to '{Stage}': {e.Message}", service.Name)
            );
        }
    }

    /// <summary>What to launch.</summary>
    /// <param name="state">Its port, its database, its log.</param>
    public ProcessSpec Spec(ServiceState state) =>
        _assembly is null
            ? Command(service.Command!, state)
            : new ProcessSpec(
                DotnetHost.FilePath,
                [Path.Combine(Stage, Path.GetFileName(_assembly))],
                Stage,
                ServiceEnvironment.For(service, state, setup.Board.State),
                state.Log
            );

    /// <summary>A command of the manifest's, as the service's own environment makes it: in the service's folder, or in its project's.</summary>
    /// <param name="words">Program and arguments.</param>
    /// <param name="state">The service's port, its database, its log.</param>
    public ProcessSpec Command(IReadOnlyList<string> words, ServiceState state)
    {
        var resolved = Values(state).Resolve(words);
        return new ProcessSpec(
            resolved[0],
            [.. resolved.Skip(1)],
            FolderFor(state),
            ServiceEnvironment.For(service, state, setup.Board.State),
            state.Log
        );
    }

    /// <summary>How it is known to be healthy.</summary>
    public HealthCheck Health(ServiceState state) => Values(state).Resolve(service.Health);

    private ReferenceValues Values(ServiceState state) => new(service, state, setup.Board.State);

    private string FolderFor(ServiceState state) =>
        service.WorkingDirectory is { } folder ? Path.GetFullPath(Values(state).Resolve(folder), ManifestFolder)
        : service.Project is { } project ? Path.GetDirectoryName(project)!
        : ManifestFolder;
}
