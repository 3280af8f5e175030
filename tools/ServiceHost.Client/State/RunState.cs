using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>What runs, as <c>run/state.json</c> tells it. Written by the supervisor alone, whole and atomically.</summary>
/// <param name="RunId">Names this run; every process of it carries it in <c>SERVICEHOST_RUN_ID</c>.</param>
/// <param name="Phase">Where the run is.</param>
/// <param name="StartedAt">When the supervisor started (UTC).</param>
/// <param name="Manifest">The manifest's absolute path.</param>
/// <param name="ControlPipe">The pipe on which the supervisor takes <see cref="ControlRequest"/>s.</param>
/// <param name="Supervisor">The supervisor's process.</param>
/// <param name="Watchdog">The companion that cleans up if the supervisor is killed.</param>
/// <param name="KeptRunning">Started for the inner loop: runs until <c>servicehost down</c>, leases or not.</param>
/// <param name="Postgres">The database server, when a service wants one.</param>
/// <param name="Services">Every service, in the manifest's order.</param>
public sealed record RunState(
    string RunId,
    RunPhase Phase,
    DateTimeOffset StartedAt,
    string Manifest,
    string ControlPipe,
    ProcessIdentity Supervisor,
    ProcessIdentity? Watchdog,
    bool KeptRunning,
    PostgresState? Postgres,
    IReadOnlyList<ServiceState> Services
)
{
    /// <summary>The environment variable that leads to the state file: a test process joins what runs there.</summary>
    public const string FileVariable = "SERVICE_STATE";

    /// <summary>The environment variable with the run's id that marks every process of a run: by it all are found that are left of one.</summary>
    public const string IdVariable = ProcessTable.RunVariable;

    /// <summary>Where its process ids mean something (<see cref="ProcessIdentities.Space"/>).</summary>
    public string? Space { get; set; }

    /// <summary>Whether the process ids are of this boot and this container.</summary>
    [JsonIgnore]
    public bool IsOfThisSpace => Space == ProcessIdentities.Space;

    /// <summary>The services started with <see cref="LaunchOptions.SteadyCode"/>.</summary>
    public bool SteadyCode { get; set; }

    /// <summary>Second instances of services, which tests keep for a while: named after their service, <c>orders~2</c>.</summary>
    public IReadOnlyList<ServiceState> Instances { get; set; } = [];

    /// <summary>Whether its supervisor runs.</summary>
    public bool SupervisorLives() => IsOfThisSpace && Supervisor.IsAlive();

    /// <summary>The services of the manifest, then the second instances.</summary>
    public IEnumerable<ServiceState> ServicesAndInstances() => Services.Concat(Instances);

    /// <summary>Reads a state file.</summary>
    /// <returns>The state, or null when there is none, it was cut short, or it is another user's.</returns>
    public static RunState? TryRead(string path)
    {
        try
        {
            using var file = PlainFile.TryOpenOwn(path);
            return
                file is not null
                && JsonSerializer.Deserialize<RunState>(file, ClientJson.Options)
                    is { RunId: not null, Supervisor: not null, ControlPipe: not null, Services: not null } state
                ? state
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>Where a run, or a service of it, is.</summary>
public enum RunPhase
{
    /// <summary>Not launched yet.</summary>
    Pending,

    /// <summary>Launched, not healthy yet.</summary>
    Starting,

    /// <summary>Healthy; for a run: all services are.</summary>
    Ready,

    /// <summary>Did not become healthy, died, or stopped listening.</summary>
    Failed,

    /// <summary>Asked to stop.</summary>
    Stopping,

    /// <summary>Ended, and its ports are free.</summary>
    Stopped,

    /// <summary>A job that has ended with 0.</summary>
    Completed,
}

/// <summary>The database server of a run.</summary>
/// <param name="Process">Its process, when it is the run's own.</param>
/// <param name="Url">The server as tests use it: as a role that may create databases and sees nobody else's; on a server that was given, as the role that was given.</param>
/// <param name="DataDirectory">Its data directory, when it is the run's own; removed at the end.</param>
/// <param name="Log">Its log file.</param>
public sealed record PostgresState(ProcessIdentity? Process, string Url, string? DataDirectory, string? Log);

/// <summary>A service of a run.</summary>
/// <param name="Name">Its name in the manifest; for a second instance, that and a number.</param>
/// <param name="Title">Its name in messages.</param>
/// <param name="Url">Its base address; null when it has none (a worker, a job), or has not told its port yet.</param>
/// <param name="Port">Its port; 0 when it has none. Of several the first.</param>
/// <param name="Phase">Where it is.</param>
/// <param name="Process">Its process, once launched.</param>
/// <param name="Log">Its log file: stdout and stderr.</param>
/// <param name="DatabaseUrl">Its database, when it has one.</param>
/// <param name="Migrations">The absolute folder of its migrations, when it has any.</param>
/// <param name="Exit">How it ended, once it has.</param>
/// <param name="Instrumented">It counts its coverage, and is slower for it.</param>
/// <param name="Fault">Why it can't be reached though its process lives.</param>
public sealed record ServiceState(
    string Name,
    string Title,
    string? Url,
    int Port,
    RunPhase Phase,
    ProcessIdentity? Process,
    string Log,
    string? DatabaseUrl,
    string? Migrations,
    ExitState? Exit,
    bool Instrumented = false,
    string? Fault = null
)
{
    /// <summary>Stands between a service's name and the number of a second instance; no name in a manifest has it.</summary>
    public const char InstanceMark = '~';

    /// <summary>The service's own name, given that or a second instance's.</summary>
    public static string FirstOf(string name) => name.Split(InstanceMark)[0];

    /// <summary>Whose files its migrations are; null is the suite's own runner.</summary>
    public string? Migrator { get; set; }

    /// <summary>Its ports by their names, in the manifest's order, where they have names (<c>ports</c>).</summary>
    public IReadOnlyDictionary<string, int> Ports { get; set; } = new Dictionary<string, int>();

    /// <summary>Where its OpenAPI document is: a path of the service's, from the slash on, or a file's <c>file://</c> address; null where nobody said.</summary>
    public string? OpenApi { get; set; }

    /// <summary>The path that is asked whether it is healthy; null when no path is.</summary>
    public string? HealthPath { get; set; }

    /// <summary>The values of its migrations' placeholders: by <c>name</c> what stands for <c>${name}</c>.</summary>
    public IReadOnlyDictionary<string, string> Placeholders { get; set; } = new Dictionary<string, string>();

    /// <summary>How strict its gates are in this run.</summary>
    public GateLevels Gates { get; set; } = new();

    /// <summary>How long its operations (<c>GET /books/{id}</c>) may take, in milliseconds at the 95th percentile, as the manifest has it.</summary>
    public IReadOnlyDictionary<string, double> Latency { get; set; } = new Dictionary<string, double>();

    /// <summary>What it said in its log when it became healthy: the named groups of its <c>health.log</c>.</summary>
    public IReadOnlyDictionary<string, string> Told { get; set; } = new Dictionary<string, string>();
}

/// <summary>How a service ended.</summary>
/// <param name="Code">Its exit code, 128 + signal when a signal ended it.</param>
/// <param name="Forced">It had to be killed: what it had not written yet (coverage) is lost.</param>
/// <param name="Unasked">It ended by itself, before anybody asked it to.</param>
public sealed record ExitState(int Code, bool Forced, bool Unasked);
