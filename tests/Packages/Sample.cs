using System.Text.Json;
using CliWrap.Buffered;

namespace Packages;

/// <summary>A copy of one of <c>samples/</c> that uses the packages of a feed.</summary>
internal sealed class Sample
{
    private readonly Feed _feed;

    /// <summary>Copies it.</summary>
    /// <param name="feed">Where its packages come from.</param>
    /// <param name="name">The name of its folder.</param>
    /// <param name="sample">Which one it is.</param>
    public Sample(Feed feed, string name, string sample = "minimal")
    {
        _feed = feed;
        Folder = feed.NewFolder(name);
        var original = Path.Combine(Feed.Repository, "samples", sample);
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        feed.WriteConfiguration(Folder);
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Where(NamesVersions))
        {
            Write(file, Read(file).Replace("\"1.0.0\"", $"\"{feed.Version}\"", StringComparison.Ordinal));
        }
    }

    public string Folder { get; }

    /// <summary>The projects, and what they have in common.</summary>
    public IEnumerable<string> Projects =>
        ["Notes/Notes.csproj", "tests/Directory.Build.props", "tests/Contracts/Contracts.csproj", "tests/Database/Database.csproj"];

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);

    /// <summary>Replaces a text in a file, which must be there.</summary>
    public void Change(string file, string text, string by)
    {
        StringAssert.Contains(Read(file), text);
        Write(file, Read(file).Replace(text, by, StringComparison.Ordinal));
    }

    public void Delete(string file) => File.Delete(Path.Combine(Folder, file));

    /// <summary>Runs a target of the solution.</summary>
    public Task<BufferedCommandResult> BuildAsync(string target, params IEnumerable<string> properties) =>
        RunAsync("build", [$"-t:{target}", "-p:ServicePorts=dynamic", .. properties]);

    /// <summary>Runs a verb of <c>dotnet</c> that builds.</summary>
    public Task<BufferedCommandResult> RunAsync(string verb, params IEnumerable<string> arguments) =>
        Dotnet.RunAsync(Folder, _feed.Environment, [verb, "-p:UseSharedCompilation=false", "-nodeReuse:false", "-tl:off", .. arguments]);

    /// <summary>Runs the package's <c>servicehost</c>.</summary>
    public Task<BufferedCommandResult> ServiceHostAsync(params IEnumerable<string> arguments) =>
        Dotnet.RunAsync(
            Folder,
            _feed.Environment,
            [Path.Combine(_feed.Cache, "integrationsuite", _feed.Version, "tools", "servicehost", "servicehost.dll"), .. arguments]
        );

    /// <summary>Runs IntegrationTest, which must pass.</summary>
    /// <returns>What the verdict says of each test project.</returns>
    /// <param name="says">What the build must say besides.</param>
    public async Task<IReadOnlyDictionary<string, int>> PassAsync(params IEnumerable<string> says)
    {
        var output = (await BuildAsync("IntegrationTest")).AssertSuccess().StandardOutput;
        foreach (var text in says)
        {
            StringAssert.Contains(output, text);
        }

        var verdict = JsonDocument.Parse(Read("artifacts/integration/results/verdict.json")).RootElement;
        Assert.AreEqual("passed", verdict.GetProperty("verdict").GetString());
        return verdict
            .GetProperty("tests")
            .EnumerateArray()
            .ToDictionary(tests => tests.GetProperty("project").GetString()!, tests => tests.GetProperty("passed").GetInt32());
    }

    private static bool NamesVersions(string file) =>
        Path.GetExtension(file) is ".csproj" or ".props" || Path.GetFileName(file) == "global.json";

    private static bool IsSource(string file) =>
        !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts");
}
