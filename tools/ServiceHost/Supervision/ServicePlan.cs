using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Supervision;

/// <summary>Knows what a service runs: a staged copy of its project's output, its command, or its container.</summary>
/// <param name="setup">The run.</param>
/// <param name="service">The service.</param>
/// <param name="stage">The name of the service whose copy it runs from: its own, unless it is a second instance.</param>
internal sealed class ServicePlan(RunSetup setup, ServiceEntry service, string stage)
{
    private readonly string? _assembly = service.Project is null ? null : BuiltOutput.Find(service, setup.Options);

    /// <summary>Its container; null when it runs in none.</summary>
    public ServiceContainer? Container { get; } = setup.Containers.Of(service);

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
        Container is not null ? ContainerRun(Container, state)
        : _assembly is null ? Measured(Command(service.Command!, state))
        : new ProcessSpec(
            DotnetHost.FilePath,
            [Path.Combine(Stage, Path.GetFileName(_assembly))],
            Stage,
            ServiceEnvironment.For(service, state, setup.Board.State),
            state.Log
        );

    // Neither what runs before it nor what asks for its health: that is not the service.
    private ProcessSpec Measured(ProcessSpec spec) =>
        setup.Options.CoverageDirectory is { } folder && service.Coverage is { IsMeasured: true, Report: null }
            ? spec with
            {
                Environment = CoverageVariables.AddTo(spec.Environment, Path.Combine(folder, stage)),
            }
            : spec;

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

    /// <summary>The command that tells whether it is healthy: of a container, one that runs in there.</summary>
    /// <param name="words">Program and arguments, whose references have their values.</param>
    /// <param name="state">The service's port, its database.</param>
    /// <param name="log">Takes what it says.</param>
    public ProcessSpec HealthCommand(IReadOnlyList<string> words, ServiceState state, string log) =>
        Container is null ? Command(words, state) with { LogFile = log } : SpecOf(Container.Exec(words), InheritedEnvironment.Read(), log);

    /// <summary>How it is known to be healthy.</summary>
    public HealthCheck Health(ServiceState state) => Values(state).Resolve(service.Health);

    /// <summary>The ports of its container, by those of this machine that lead to them.</summary>
    public IReadOnlyDictionary<int, int> PublishedBy(ServiceState state) =>
        state.Ports.Count > 0 ? state.Ports.ToDictionary(port => port.Value, port => service.ContainerPorts[port.Key])
        : state.Port > 0 ? new Dictionary<int, int> { [state.Port] = service.ContainerPort }
        : [];

    // Of its variables the client gets those that are not for itself, and hands them on.
    private ProcessSpec ContainerRun(ServiceContainer container, ServiceState state)
    {
        var values = Values(state);
        var given = ServiceEnvironment
            .Given(service, state, setup.Board.State, values)
            .GroupBy(pair => pair.Key)
            .ToDictionary(same => same.Key, same => same.Last().Value);
        var environment = InheritedEnvironment.Read();
        foreach (var (name, value) in given.Where(pair => !ServiceContainer.IsReadByClient(pair.Key)))
        {
            environment[name] = value;
        }
        var arguments = values.Resolve(service.Command ?? []);
        return SpecOf(container.Run(ImageIn(values), arguments, PublishedBy(state), given), environment, state.Log);
    }

    // The manifest's reader has seen the text; what its references stand for is known only now.
    private string ImageIn(ReferenceValues values) =>
        values.Resolve(service.Image!) is var image && ImageReader.IsName(image)
            ? image
            : throw new SuiteException(
                new SuiteError(
                    ErrorCodes.ManifestBadValue,
                    $"The 'image' of {service.Title} became '{HarmlessText.OneLine(image, most: 60)}', which is not the name of an image, such as redis:7.",
                    service.Name
                )
            );

    private ProcessSpec SpecOf(IReadOnlyList<string> words, IReadOnlyDictionary<string, string> environment, string log) =>
        new(words[0], [.. words.Skip(1)], ManifestFolder, environment, log);

    private ReferenceValues Values(ServiceState state) => new(service, state, setup.Board.State);

    private string FolderFor(ServiceState state) =>
        service.WorkingDirectory is { } folder ? Path.GetFullPath(Values(state).Resolve(folder), ManifestFolder)
        : service.Project is { } project ? Path.GetDirectoryName(project)!
        : ManifestFolder;
}
