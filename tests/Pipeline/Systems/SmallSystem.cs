using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Systems;

/// <summary>A system of one test: a manifest and its services in a temporary folder, on ports of its own.</summary>
internal sealed class SmallSystem : IAsyncDisposable
{
    /// <summary>Marks every process that a command of the test started.</summary>
    public const string MarkVariable = "PIPELINE_TEST_SYSTEM";

    private readonly TestPort _spare = TestPort.Take();
    private readonly Dictionary<string, TestPort> _ports;
    private readonly List<CliProcess> _commands = [];
    private readonly List<SupervisorClient> _clients = [];

    private readonly string _place = Directory.CreateTempSubdirectory("small-system-").FullName;

    /// <summary>Makes one.</summary>
    public SmallSystem(params IReadOnlyList<TestService> services)
        : this("", services) { }

    /// <summary>Makes one in a folder of this name.</summary>
    public SmallSystem(string folderName, params IReadOnlyList<TestService> services)
    {
        Folder = Directory.CreateDirectory(Path.Combine(_place, folderName)).FullName;
        _ports = services.ToDictionary(service => service.Name, _ => TestPort.Take());
        File.Copy(Path.Combine(Scripts, "service.mjs"), Path.Combine(Folder, "service.mjs"));
        if (services.Any(service => service.DotNet))
        {
            Greeter.CopyTo(Path.Combine(Folder, TestService.DotNetFolder));
        }

        WriteManifest(services);
    }

    /// <summary>Where the test's build put the scripts.</summary>
    public static string Scripts { get; } = Path.Combine(AppContext.BaseDirectory, "Systems");

    public string Folder { get; }

    public string Manifest => Path.Combine(Folder, "services.json");

    public IEnumerable<int> Ports => _ports.Values.Append(_spare).Select(port => port.Number);

    /// <summary>A port that no service has by its manifest.</summary>
    public int SparePort => _spare.Number;

    /// <summary>How a client starts it.</summary>
    public LaunchOptions Options =>
        new()
        {
            Manifest = Manifest,
            ArtifactsDirectory = Path.Combine(Folder, "artifacts", "integration"),
            ServiceHost = BuiltWith.ServiceHost,
        };

    /// <summary>What its state file says.</summary>
    public RunState? State => RunState.TryRead(Options.StateFile);

    /// <summary>What its event file says.</summary>
    public IReadOnlyList<RunEvent> Events =>
        [.. WholeLines(Options.EventsFile).Select(line => JsonSerializer.Deserialize<RunEvent>(line, ClientJson.Options)!)];

    /// <summary>The same as text, for a message; empty before there is one.</summary>
    public string EventText => File.Exists(Options.EventsFile) ? File.ReadAllText(Options.EventsFile) : "";

    /// <summary>Whether MSBuild was told to keep its nodes for the next build: then these may stay.</summary>
    public bool KeepsBuildNodes { get; set; }

    /// <summary>The supervisor's own log.</summary>
    public string OwnLog =>
        Path.Combine(Options.RunDirectory, "servicehost.log") is var file && File.Exists(file) ? File.ReadAllText(file) : "";

    public int PortOf(string service) => _ports[service].Number;

    public string UrlOf(string service) => $"http://127.0.0.1:{PortOf(service)}";

    /// <summary>The state of a service.</summary>
    public ServiceState ServiceOf(string service) => State!.Services.Single(each => each.Name == service);

    /// <summary>Writes the manifest anew; the services keep their ports.</summary>
    public void WriteManifest(params IReadOnlyList<TestService> services) =>
        File.WriteAllText(
            Manifest,
            new JsonObject
            {
                ["services"] = new JsonArray([.. services.Select(service => service.ToJson(PortOf(service.Name), SparePort))]),
            }.ToJsonString(ClientJson.Indented)
        );

    /// <summary>Starts <c>servicehost</c> with these arguments in the system's folder.</summary>
    public CliProcess Start(params string[] arguments) => StartWith([], arguments);

    /// <summary>The same with more environment.</summary>
    public CliProcess StartWith(Dictionary<string, string> environment, params string[] arguments) =>
        Track(new CliProcess(Until.Patience, Folder, environment.Append(new(MarkVariable, Folder)), ToolWords(arguments)));

    /// <summary>The same as leader of a process group of its own, as a terminal would.</summary>
    public CliProcess StartAlone(params string[] arguments) => StartIn(["setsid", .. ToolWords(arguments)]);

    /// <summary>Starts any command in the system's folder.</summary>
    public CliProcess StartIn(params IReadOnlyList<string> words) =>
        Track(new CliProcess(Until.Patience, Folder, [new(MarkVariable, Folder)], words));

    /// <summary>The words of a <c>servicehost</c> command.</summary>
    public static IReadOnlyList<string> ToolWords(params string[] arguments) => [DotnetHost.FilePath, BuiltWith.ServiceHost, .. arguments];

    /// <summary>Ends a command with the system, if it still runs.</summary>
    public CliProcess Track(CliProcess command)
    {
        _commands.Add(command);
        return command;
    }

    /// <summary>Runs <c>servicehost</c> to its end.</summary>
    public Task<CliResult> RunAsync(params string[] arguments) => Start(arguments).EndAsync();

    /// <summary>Takes a lease, as a build or a test process does.</summary>
    public async Task<SupervisorClient> LeaseAsync(
        ControlVerb verb = ControlVerb.Hold,
        LaunchOptions? options = null,
        Action<RunEvent>? onEvent = null
    )
    {
        var client = await SupervisorClient.AttachOrStartAsync(
            options ?? Options,
            verb,
            "a test",
            onEvent ?? (_ => { }),
            CancellationToken.None
        );
        _clients.Add(client);
        return client;
    }

    /// <summary>The same, and waits until all is healthy.</summary>
    public async Task<SupervisorClient> HoldAsync(LaunchOptions? options = null)
    {
        var client = await LeaseAsync(ControlVerb.Hold, options);
        await client.WaitReadyAsync(CancellationToken.None);
        return client;
    }

    /// <summary>Fails the test unless nothing of it is left.</summary>
    public Task AssertNothingLeftAsync() => LeftoverSearch.AssertNoneAsync(this);

    /// <summary>Ends whatever a failed test left, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        _commands.ForEach(command => command.Dispose());
        await Until.TrueAsync(
            () => LeftoverSearch.Kill(this).Count == 0,
            () => $"Can't be ended: {string.Join(", ", LeftoverSearch.Processes(this))}"
        );
        foreach (var port in _ports.Values.Append(_spare))
        {
            port.Dispose();
        }

        Directory.Delete(_place, recursive: true);
    }

    // The last one may just be in the making.
    private static string[] WholeLines(string file) => File.ReadAllText(file).Split('\n')[..^1];
}
