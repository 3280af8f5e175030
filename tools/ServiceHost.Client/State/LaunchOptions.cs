namespace IntegrationSuite.ServiceHost.Client;

/// <summary>How to start a run. Written next to a test executable at build time, and given to <c>servicehost supervise --options FILE</c> (or <c>-</c>: on its stdin).</summary>
/// <remarks>What may be left out has a setter: generated JSON code forgets the defaults of init-only properties, and reflection costs the start 50 ms.</remarks>
public sealed record LaunchOptions
{
    /// <summary>In place of a file's name: the options follow on stdin.</summary>
    public const string FromStandardInput = "-";

    /// <summary>The environment variable that gives <see cref="PostgresConnectionString"/>; MSBuild takes it for the property of that name.</summary>
    public const string PostgresVariable = "PostgresConnectionString";

    /// <summary>The environment variable that names the container engine's client: a program of docker's or podman's words, with first arguments if it needs any.</summary>
    public const string ContainerEngineVariable = "SERVICEHOST_CONTAINER_ENGINE";

    /// <summary>The manifest's absolute path.</summary>
    public required string Manifest { get; init; }

    /// <summary>The absolute folder of everything a run writes (<c>artifacts/integration</c>): <c>run/</c> is below it.</summary>
    public required string ArtifactsDirectory { get; init; }

    /// <summary>The absolute path of <c>servicehost.dll</c>.</summary>
    public required string ServiceHost { get; init; }

    /// <summary>Project (absolute path) → its built assembly (absolute path). A project that is missing here is looked for below its <c>bin/</c>.</summary>
    public IReadOnlyDictionary<string, string> Outputs { get; set; } = new Dictionary<string, string>();

    /// <summary>Service → folder of an instrumented copy, already staged, outside <see cref="RunDirectory"/> (which is emptied at the start). The others are staged by the supervisor.</summary>
    public IReadOnlyDictionary<string, string> Staged { get; set; } = new Dictionary<string, string>();

    /// <summary>The absolute folder below which each service that is no .NET project gets one of its own for what its runtime counts of its coverage; null when that is not measured.</summary>
    public string? CoverageDirectory { get; set; }

    /// <summary>The build configuration whose outputs are looked for.</summary>
    public string Configuration { get; set; } = "Debug";

    /// <summary>Free ports instead of the manifest's.</summary>
    public bool DynamicPorts { get; set; }

    /// <summary>Run until <c>down</c>, leases or not.</summary>
    public bool KeepRunning { get; set; }

    /// <summary>Services start so that each call costs the same from the first on, for whoever compares what calls cost. It makes the start slower.</summary>
    public bool SteadyCode { get; set; }

    /// <summary>Seconds a service may take to become healthy, unless its manifest entry says otherwise.</summary>
    public double StartTimeout { get; set; } = 30;

    /// <summary>Seconds a service may take to stop when asked, unless its manifest entry says otherwise.</summary>
    public double StopTimeout { get; set; } = 5;

    /// <summary>A server to use instead of a private one (an Npgsql connection string or a postgresql:// address).</summary>
    public string? PostgresConnectionString { get; set; }

    /// <summary>Services that run elsewhere: name → base address. They are neither started nor stopped.</summary>
    public IReadOnlyDictionary<string, string> ServiceUrls { get; set; } = new Dictionary<string, string>();

    /// <summary>Levels of gates that go before the manifest's, for all services: gate → level (<see cref="Manifests.GateLevels"/>).</summary>
    public IReadOnlyDictionary<string, string> Gates { get; set; } = new Dictionary<string, string>();

    /// <summary>Who starts the supervisor; set by whoever does. If he ends before anybody has a lease, the run ends at once.</summary>
    public ProcessIdentity? Starter { get; set; }

    /// <summary>The folder of this run's state, events and logs.</summary>
    public string RunDirectory => Path.Combine(ArtifactsDirectory, "run");

    /// <summary>The state file.</summary>
    public string StateFile => Path.Combine(RunDirectory, "state.json");

    /// <summary>The events of the run, a line each.</summary>
    public string EventsFile => Path.Combine(RunDirectory, "events.jsonl");

    /// <summary>The file that a supervisor keeps locked as long as it lives.</summary>
    public string LockFile => Path.Combine(RunDirectory, "lock");

    /// <summary>The same, to join what runs already.</summary>
    /// <param name="stateFile">Its <see cref="StateFile"/>.</param>
    public LaunchOptions Joining(string stateFile) =>
        this with
        {
            ArtifactsDirectory = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetFullPath(stateFile)))!,
        };
}
