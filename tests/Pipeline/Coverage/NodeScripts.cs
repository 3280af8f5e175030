using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Processes;
using IntegrationSuite.ServiceHost.Supervision;
using IntegrationSuite.Tasks.Coverage;
using Pipeline.Systems;

namespace Pipeline.Coverage;

/// <summary>Scripts in a folder of their own, that Node runs as a service whose coverage is measured.</summary>
internal sealed class NodeScripts : IDisposable
{
    /// <summary>Keeps a script alive, and says that it has begun.</summary>
    public const string Stay = "setInterval(() => {}, 1000); console.log('up');";

    private readonly string _place = Directory.CreateTempSubdirectory("node-coverage-").FullName;

    public NodeScripts() => Directory.CreateDirectory(Folder);

    public static ServiceEntry Service { get; } =
        new()
        {
            Name = "web",
            Title = "Web",
            Command = ["node", "server.js"],
            Coverage = new CoverageRule { IsMeasured = true },
        };

    /// <summary>The folder of the manifest.</summary>
    public string Folder => Path.Combine(_place, "a \"quoted\" system");

    /// <summary>The folder of the service's coverage.</summary>
    public string Coverage => Path.Combine(CoverageDirectory, Service.Name);

    private string CoverageDirectory => Path.Combine(Folder, "artifacts", "coverage");

    public void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>Runs a script until it has said 'up', sends it a signal, and waits for its end.</summary>
    public async Task<CliResult> RunAsync(
        string script,
        ProcessSignal signal = ProcessSignal.Terminate,
        bool measured = true,
        Dictionary<string, string>? environment = null
    )
    {
        var variables = measured ? CoverageVariables.AddTo(environment ?? [], Coverage) : new Dictionary<string, string>();
        using var process = new CliProcess(Until.Patience, Folder, variables, "node", script);
        await process.SaysAsync("up");
        process.Signal(signal);
        return await process.EndAsync();
    }

    /// <summary>Reads what the processes left, as after a run.</summary>
    public ServiceCoverage Collect(params string[] exclude)
    {
        var ends = new ServiceEnds(EndedRun.Of(Service, new ExitState(143, Forced: false, Unasked: false), DateTimeOffset.UtcNow));
        return new CommandCoverage(Path.Combine(Folder, "services.json"), CoverageDirectory, ["line"], ends).Collect(
            Service with
            {
                Coverage = Service.Coverage with { Exclude = exclude },
            }
        );
    }

    public void Dispose() => Directory.Delete(_place, recursive: true);
}
