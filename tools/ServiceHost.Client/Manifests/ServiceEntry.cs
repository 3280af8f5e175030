namespace IntegrationSuite.ServiceHost.Client.Manifests;

/// <summary>An entry of the manifest: a service, a worker (a service without a port), or a job.</summary>
public sealed record ServiceEntry
{
    /// <summary>Its name: lower case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in messages.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it runs for as long as the others, or ends.</summary>
    public ServiceKind Kind { get; init; }

    /// <summary>The absolute path of its .NET project, unless it has a command or an image.</summary>
    public string? Project { get; init; }

    /// <summary>Program and arguments, unless it has a project; of an <see cref="Image"/> what follows it, if anything does. May hold references (<see cref="ReferenceText"/>), as <see cref="Before"/>, <see cref="Env"/> and <see cref="WorkingDirectory"/> may.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The image of the container that it runs in. May hold references.</summary>
    public string? Image { get; init; }

    /// <summary>The port in that container which is published as <see cref="Port"/>; 0 when it has none.</summary>
    public int ContainerPort { get; init; }

    /// <summary>The ports in that container which are published as <see cref="Ports"/>, by the same names.</summary>
    public IReadOnlyDictionary<string, int> ContainerPorts { get; init; } = new Dictionary<string, int>();

    /// <summary>Its port; 0 when it has none, or chooses one itself. Of several the first: the one that is asked whether it is healthy, and that its address has.</summary>
    public int Port { get; init; }

    /// <summary>Its ports by their names, in the manifest's order, where they have names; <see cref="Port"/> is among them.</summary>
    public IReadOnlyDictionary<string, int> Ports { get; init; } = new Dictionary<string, int>();

    /// <summary>How it is known to be healthy. A job is not asked.</summary>
    public HealthCheck Health { get; init; } = HttpHealth.Default;

    /// <summary>The commands that must end with 0, one after the other, before it starts: each is program and arguments.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Before { get; init; } = [];

    /// <summary>The services that must be healthy, and the jobs that must be done, before it starts.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The database it wants. Several may want the same.</summary>
    public string? Database { get; init; }

    /// <summary>The absolute folder of that database's migrations.</summary>
    public string? Migrations { get; init; }

    /// <summary>Whose files these are, and who applies them: null is the suite itself, else the name of a tool (<see cref="Migrators"/>) that the team keeps.</summary>
    public string? Migrator { get; init; }

    /// <summary>The tools whose files the proofs read; the first is the default, the suite's own.</summary>
    public static IReadOnlyList<string> Migrators { get; } = ["evolve", "flyway", "golang-migrate"];

    /// <summary>By <c>name</c> what stands for <c>${name}</c> in those migrations. May hold references to its name and to the caller's environment.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; init; } = new Dictionary<string, string>();

    /// <summary>More environment for it: the manifest's for all services, then its own.</summary>
    public IReadOnlyDictionary<string, string> Env { get; init; } = new Dictionary<string, string>();

    /// <summary>The absolute path of a file with more environment, one <c>NAME=value</c> a line. <see cref="Env"/> overrides it.</summary>
    public string? EnvFile { get; init; }

    /// <summary>The folder it runs in, when it is not the default; absolute, or to be taken from the manifest's folder once its references are known.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Seconds until it must be healthy, or until a job must be done, when it is not the default.</summary>
    public double? StartTimeout { get; init; }

    /// <summary>Seconds until each command of <see cref="Before"/> must have ended, when it is not the default.</summary>
    public double? BeforeTimeout { get; init; }

    /// <summary>Seconds until it must have stopped, when it is not the default.</summary>
    public double? StopTimeout { get; init; }

    /// <summary>The exit codes that it may end with when it is asked to stop, besides 0 and SIGTERM's own (143).</summary>
    public IReadOnlyList<int> StopExitCodes { get; init; } = [];

    /// <summary>Where its OpenAPI document is: a path of the service's, from the slash on, or a file's <c>file://</c> address; null where nobody said.</summary>
    public string? OpenApi { get; init; }

    /// <summary>How strict its gates are.</summary>
    public GateLevels Gates { get; init; } = new();

    /// <summary>How long its operations (<c>GET /books/{id}</c>) may take, in milliseconds at the 95th percentile; over what its OpenAPI document says.</summary>
    public IReadOnlyDictionary<string, double> Latency { get; init; } = new Dictionary<string, double>();

    /// <summary>The files that a command runs, as git's globs from its folder on (<c>src/**</c>); none: all in its folder that git does not ignore.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>What becomes of its coverage.</summary>
    public CoverageRule Coverage { get; init; } = new();

    /// <summary>Where it stands in the manifest, from 1.</summary>
    public int Line { get; init; }

    /// <summary>The column, from 1.</summary>
    public int Column { get; init; }

    /// <summary>Whether others can reach it: it has a port, or chooses one and says so in its log.</summary>
    public bool HasAddress => Port > 0 || Health is LogHealth { TellsPort: true };
}

/// <summary>The kinds of <see cref="ServiceEntry"/>.</summary>
public enum ServiceKind
{
    /// <summary>Runs until the run stops it.</summary>
    Service,

    /// <summary>Must end with 0; others may depend on that.</summary>
    Job,
}
