using System.Formats.Tar;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Containers;
using IntegrationSuite.ServiceHost.Storage;
using Pipeline.Systems;

namespace Pipeline.Containers;

/// <summary>The container engine of these tests, with an image of busybox alone, which needs no registry. Where there is none they are skipped.</summary>
internal sealed class TestEngine
{
    private const string Busybox = "/bin/busybox"; // Debian's busybox-static puts it there

    private static readonly Lazy<Task<TestEngine>> s_shared = new(MakeAsync);

    private readonly ContainerEngine _engine;

    private TestEngine(ContainerEngine engine) => _engine = engine;

    /// <summary>The image: <c>/busybox</c>, and an empty folder <c>/www</c>.</summary>
    public static string Image { get; } = $"pipeline-busybox:{Guid.NewGuid():N}";

    /// <summary>The engine; without one the test is inconclusive.</summary>
    public static async Task<TestEngine> RequireAsync()
    {
        try
        {
            return await s_shared.Value;
        }
        catch (Exception e) when (e is SuiteException or EngineException or FileNotFoundException)
        {
            Assert.Inconclusive(
                $"This takes a container engine ({LaunchOptions.ContainerEngineVariable}) and a static busybox: {e.Message}"
            );
            throw;
        }
    }

    /// <summary>Removes the image, if it was made.</summary>
    public static async Task RemoveImageAsync()
    {
        if (s_shared.IsValueCreated && s_shared.Value.IsCompletedSuccessfully)
        {
            await s_shared.Value.Result._engine.AskAsync("rmi", "--force", Image);
        }
    }

    /// <summary>The containers of a system's last run, by their label.</summary>
    public Task<IReadOnlyList<string>> ContainersOfAsync(SmallSystem system) => LabelledAsync(RunName.Of(system.State!.RunId));

    /// <summary>Fails the test unless soon there is no container of the system's last run.</summary>
    public async Task AssertNoneLeftAsync(SmallSystem system)
    {
        IReadOnlyList<string> left = [];
        await Until.TrueAsync(
            async () => (left = await ContainersOfAsync(system)).Count == 0,
            () => $"Left behind: {string.Join(", ", left)}{Environment.NewLine}{system.OwnLog}"
        );
    }

    /// <summary>The words of a client that is this engine's, but refuses one of its commands.</summary>
    /// <param name="folder">Where its script may be.</param>
    /// <param name="command">The command.</param>
    public string Refusing(string folder, string command)
    {
        var client = Path.Combine(folder, "client.sh");
        File.WriteAllText(client, $"[ \"$1\" = {command} ] && echo 'no {command} today' >&2 && exit 1\nexec {_engine} \"$@\"\n");
        return $"sh '{client}'";
    }

    /// <summary>Starts a container that carries the label of another run.</summary>
    /// <param name="run">That run's name.</param>
    public Task StartStrangerAsync(string run) =>
        _engine.AskAsync(
            "run",
            "--detach",
            "--rm",
            "--stop-timeout",
            "0",
            "--label",
            $"servicehost.run={run}",
            Image,
            "/busybox",
            "sleep",
            "600"
        );

    /// <summary>Removes a run's containers.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> RemoveAsync(string run)
    {
        var names = await LabelledAsync(run);
        foreach (var name in names)
        {
            await _engine.AskAsync("rm", "--force", name);
        }
        return names.Count;
    }

    private async Task<IReadOnlyList<string>> LabelledAsync(string run) =>
        (await _engine.AskAsync("ps", "--all", "--filter", $"label=servicehost.run={run}", "--format", "{{.Names}}")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );

    private static async Task<TestEngine> MakeAsync()
    {
        var engine = await EngineSearch.RequireAsync([]);
        var folder = Directory.CreateTempSubdirectory("busybox-").FullName;
        try
        {
            var root = Directory.CreateDirectory(Path.Combine(folder, "root", "www")).Parent!.FullName;
            File.Copy(Busybox, Path.Combine(root, "busybox"));
            var archive = Path.Combine(folder, "root.tar");
            await TarFile.CreateFromDirectoryAsync(root, archive, includeBaseDirectory: false);
            await engine.AskAsync("import", archive, Image);
            await ProveRunsAsync(engine);
            return new TestEngine(engine);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // An engine may answer and still run nothing.
    private static async Task ProveRunsAsync(ContainerEngine engine)
    {
        try
        {
            await engine.AskAsync("run", "--rm", Image, "/busybox", "true");
        }
        catch (EngineException)
        {
            await engine.AskAsync("rmi", "--force", Image);
            throw;
        }
    }
}
