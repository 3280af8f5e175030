using System.Text.Json;
using CliWrap.Buffered;

namespace Packages;

/// <summary>A copy of <c>samples/minimal</c> that uses the packages of a feed.</summary>
internal sealed class Sample
{
    private readonly Feed _feed;

    /// <summary>Copies it.</summary>
    /// <param name="feed">Where its packages come from.</param>
    /// <param name="name">The name of its folder.</param>
    public Sample(Feed feed, string name)
    {
        _feed = feed;
        Folder = feed.NewFolder(name);
        var original = Path.Combine(Feed.Repository, "samples", "minimal");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        feed.WriteConfiguration(Folder);
        Change("global.json", "1.0.0", feed.Version);
        Change("tests/Directory.Build.props", "1.0.0", feed.Version);
        Change("tests/Database/Database.csproj", "1.0.0", feed.Version);
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
    public Task<BufferedCommandResult> BuildAsync(string target) =>
        Dotnet.RunAsync(
            Folder,
            _feed.Environment,
            ["build", $"-t:{target}", "-p:ServicePorts=dynamic", "-p:UseSharedCompilation=false", "-nodeReuse:false", "-tl:off"]
        );

    /// <summary>Runs IntegrationTest, which must pass.</summary>
    /// <returns>What the verdict says of each test project.</returns>
    public async Task<IReadOnlyDictionary<string, int>> PassAsync()
    {
        (await BuildAsync("IntegrationTest")).AssertSuccess();
        var verdict = JsonDocument.Parse(Read("artifacts/integration/results/verdict.json")).RootElement;
        Assert.AreEqual("passed", verdict.GetProperty("verdict").GetString());
        return verdict
            .GetProperty("tests")
            .EnumerateArray()
            .ToDictionary(tests => tests.GetProperty("project").GetString()!, tests => tests.GetProperty("passed").GetInt32());
    }

    private static bool IsSource(string file) =>
        !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "artifacts");
}
