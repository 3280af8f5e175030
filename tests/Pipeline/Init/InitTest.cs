using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Compose;
using IntegrationSuite.ServiceHost.Init.Discovery;
using IntegrationSuite.ServiceHost.Init.Entries;
using Pipeline.Systems;

namespace Pipeline.Init;

/// <summary>A test of <c>servicehost init</c>, in a repository of its own.</summary>
[TestClass]
public abstract class InitTest
{
    private protected const string WebSdk = "Microsoft.NET.Sdk.Web";

    /// <summary>The repository.</summary>
    protected string Folder { get; } = Directory.CreateTempSubdirectory("init-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(Folder, recursive: true);

    /// <summary>Writes a file of the repository.</summary>
    protected void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    protected string Read(string file) => File.ReadAllText(PathOf(file));

    protected string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Writes a project.</summary>
    /// <param name="file">Its file.</param>
    /// <param name="sdk">Its SDK.</param>
    /// <param name="body">What else it says.</param>
    protected void WriteProject(string file, string sdk = WebSdk, string body = "") =>
        Write(file, $"<Project Sdk=\"{sdk}\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>{body}</Project>");

    /// <summary>Writes a package of Node's that can be started.</summary>
    protected void WritePackage(string folder, string more = "") =>
        Write(
            $"{folder}/package.json",
            $$"""{ "name": "{{Path.GetFileName(folder)}}", "scripts": { "start": "node server.js $PORT" } {{more}} }"""
        );

    /// <summary>Every file of the repository with its content.</summary>
    protected IReadOnlyDictionary<string, string> Snapshot() =>
        Directory
            .EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Folder, file), File.ReadAllText);

    /// <summary>Runs <c>servicehost init</c>.</summary>
    private protected async Task<CliResult> InitAsync(params string[] arguments)
    {
        using var process = new CliProcess(Until.Patience, Folder, [], SmallSystem.ToolWords(["init", .. arguments]));
        return await process.EndAsync();
    }

    private protected Task<Draft> FindAsync() => Repository.FindServicesAsync(Folder);

    /// <summary>The one service that is found.</summary>
    private protected async Task<DraftEntry> FindOneAsync() => (await FindAsync()).Entries.Single();

    /// <summary>Converts a Compose file.</summary>
    private protected Draft Convert(string compose)
    {
        Write("compose.yaml", compose);
        return ComposeConversion.Run(PathOf("compose.yaml"), Folder);
    }

    /// <summary>The errors of what must fail.</summary>
    private protected static IReadOnlyList<SuiteError> Mistakes(Action action) => Assert.ThrowsExactly<SuiteException>(action).Errors;

    /// <summary>What the project's own reader makes of a draft.</summary>
    private protected IReadOnlyList<ServiceEntry> ReadBack(Draft draft)
    {
        Write("services.json", DraftText.Manifest(draft.Entries));
        return ServiceManifest.Read(PathOf("services.json")).Services;
    }

    /// <summary>A file in which an alias stands for nine of the next, and so on: of a few hundred bytes, billions.</summary>
    private protected static string AliasBomb(string use) =>
        string.Join(
            '\n',
            Enumerable
                .Range(0, 10)
                .Select(level => $"x-{level}: &b{level} [{string.Join(", ", Enumerable.Repeat(level == 0 ? "x" : $"*b{level - 1}", 9))}]")
        ) + $"\n{use}\n";
}
