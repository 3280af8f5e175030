using System.Text.Json;
using Pipeline.Systems;

namespace Pipeline.Builds;

/// <summary>A solution that is none of this repository's and uses its <c>build/</c>: two services (one instrumented), a test project of Microsoft.Testing.Platform and one of VSTest. Built once for all tests of a class, which run one after the other.</summary>
internal sealed class Consumer : IAsyncDisposable
{
    /// <summary>How long a build may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Writes the solution.</summary>
    /// <param name="folderName">The name of its folder, if that matters.</param>
    /// <param name="projects">Other test projects than the usual ones.</param>
    public Consumer(string folderName = "", params string[] projects)
    {
        System = new SmallSystem(folderName, Clock, Greeter, Twin);
        System.WriteManifest(Clock, Greeter);
        Copy(Path.Combine(AppContext.BaseDirectory, "Builds", "Template"), System.Folder);
        var greeter = Path.Combine(System.Folder, TestService.DotNetFolder);
        Directory.Delete(Path.Combine(greeter, "bin"), recursive: true);
        File.Copy(Path.Combine(SmallSystem.Scripts, "Greeter.cs"), Path.Combine(greeter, "Program.cs"));
        File.WriteAllText(
            Path.Combine(System.Folder, "Consumer.slnx"),
            $"""
            <Solution>
              <Project Path="{TestService.DotNetFolder}/Greeter.csproj" />
              {string.Concat(
                (projects is [] ? ["Smoke/Smoke", "Classic/Classic"] : projects).Select(project =>
                    $"""<Project Path="tests/{project}.csproj" />"""
                )
            )}
              <Project Path="{BuiltWith.Repository}/build/Tasks/IntegrationSuite.Tasks.csproj" />
            </Solution>
            """
        );
    }

    public static TestService Clock { get; } = new("clock");

    public static TestService Greeter { get; } = new("greeter") { DotNet = true };

    /// <summary>A second service of the greeter's project, which is in no manifest but its tests' own.</summary>
    public static TestService Twin { get; } = new("twin") { DotNet = true };

    public SmallSystem System { get; }

    /// <summary>What <c>results/verdict.json</c> says in one word; null when there is none.</summary>
    public string? Verdict =>
        File.Exists(VerdictFile) ? JsonDocument.Parse(File.ReadAllBytes(VerdictFile)).RootElement.GetProperty("verdict").GetString() : null;

    /// <summary>The page about its last run.</summary>
    public string ReportPage => Path.Combine(System.Options.ArtifactsDirectory, "report", "index.html");

    /// <summary>The folder of the results.</summary>
    public string Results => Path.Combine(System.Options.ArtifactsDirectory, "results");

    /// <summary>The folder of what is left of test processes that broke.</summary>
    public string Dumps => Path.Combine(Results, "dumps");

    private string VerdictFile => Path.Combine(Results, "verdict.json");

    /// <summary>The file that the tests write when they were told to wait.</summary>
    public string Waiting => Path.Combine(System.Folder, "waiting");

    /// <summary>The file that ends their waiting.</summary>
    public string MayEnd => Waiting + ".end";

    /// <summary>More environment of what is started, until the next <see cref="Reset"/>.</summary>
    public Dictionary<string, string> Surroundings { get; } = [];

    /// <summary>Writes a verdict, as an earlier run would.</summary>
    public void LeaveVerdict(string verdict)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(VerdictFile)!);
        File.WriteAllText(VerdictFile, $$"""{ "verdict": "{{verdict}}" }""");
    }

    /// <summary>Writes a page, as an earlier run would.</summary>
    public void LeaveReport()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(ReportPage)!);
        File.WriteAllText(ReportPage, "of an earlier run");
    }

    /// <summary>Starts a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="smoke">What the tests do besides; see <c>SmokeTests</c>.</param>
    /// <param name="properties">Properties and switches of <c>dotnet build</c>.</param>
    public CliProcess Start(string target, string smoke = "", params string[] properties) => Start(smoke, BuildWords(target, properties));

    /// <summary>The same as leader of a process group of its own, as a terminal would.</summary>
    public CliProcess StartAlone(string target, string smoke, params string[] properties) =>
        Start(smoke, ["setsid", .. BuildWords(target, properties)]);

    /// <summary>The same in a network of its own; built before, as that has no way to a package source.</summary>
    /// <param name="outgoing">The first and the last port of its outgoing connections.</param>
    /// <param name="target">The target.</param>
    public CliProcess StartInNetwork((int First, int Last) outgoing, string target) =>
        Start("", NetworkNamespace.Words(outgoing, BuildWords(target, [])));

    /// <summary>What the build tells the test executable.</summary>
    public string LaunchFile => Path.Combine(TestOutput, "integration-suite.json");

    private string TestOutput => Path.Combine(System.Folder, "tests", "Smoke", "bin", "Debug", "net10.0");

    /// <summary>Starts the test executable itself, as an IDE would.</summary>
    public CliProcess StartTests(string smoke = "", params string[] arguments) =>
        Start(smoke, ["dotnet", Path.Combine(TestOutput, "Smoke.dll"), "--progress", "off", .. arguments]);

    /// <summary>Runs a target to its end.</summary>
    public Task<CliResult> RunAsync(string target, string smoke = "", params string[] properties) =>
        Start(target, smoke, properties).EndAsync();

    /// <summary>The manifest and the results as they were at first, and no node of MSBuild.</summary>
    public void Reset()
    {
        LeftoverSearch.EndBuildNodes(System);
        Surroundings.Clear();
        System.WriteManifest(Clock, Greeter);
        File.Delete(Waiting);
        File.Delete(MayEnd);
        if (Directory.Exists(System.Options.ArtifactsDirectory))
        {
            Directory.Delete(System.Options.ArtifactsDirectory, recursive: true);
        }
    }

    public ValueTask DisposeAsync() => System.DisposeAsync();

    private static string[] BuildWords(string target, string[] properties) =>
        ["dotnet", "build", $"-t:{target}", "-nodeReuse:false", "-tl:off", "--nologo", "-v:minimal", .. properties];

    private CliProcess Start(string smoke, params IEnumerable<string> words)
    {
        var environment = new Dictionary<string, string>
        {
            ["SUITE_REPOSITORY"] = BuiltWith.Repository,
            ["SMOKE"] = smoke,
            ["SMOKE_WAITING"] = Waiting,
            [SmallSystem.MarkVariable] = System.Folder,
            ["MSBUILDDISABLENODEREUSE"] = "0", // the switch decides
            ["ServicePorts"] = "", // the developer's own is not for tests
        };
        return System.Track(new CliProcess(Patience, System.Folder, environment.Concat(Surroundings), words));
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
