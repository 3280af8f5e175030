using System.Reflection;

namespace Packages;

/// <summary>All packages of this repository in a folder, packed once, and an empty cache of NuGet's beside it.</summary>
internal sealed class Feed : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("suite packages ").FullName;

    /// <summary>The folder of the packages.</summary>
    public string Folder => Path.Combine(_place, "feed");

    /// <summary>No source but the feed has it.</summary>
    public string Version { get; } = $"1.0.0-test.{System.Environment.ProcessId}";

    /// <summary>The folder of this repository.</summary>
    public static string Repository { get; } = BuiltWith("Repository");

    /// <summary>The environment of who uses the packages. In a home of his own: where a tool was restored to, .NET notes in there, and that folder goes with the feed.</summary>
    public IReadOnlyDictionary<string, string?> Environment =>
        new Dictionary<string, string?>
        {
            ["NUGET_PACKAGES"] = Cache,
            ["DOTNET_CLI_HOME"] = Path.Combine(_place, "home"),
            ["DOTNET_NOLOGO"] = "1",
        };

    /// <summary>Where NuGet puts what it restores.</summary>
    public string Cache => Path.Combine(_place, "cache");

    /// <summary>Packs what was built with the tests.</summary>
    public async Task PackAsync()
    {
        string[] words = ["pack", "--no-build", "-c", BuiltWith("Configuration"), "-o", Folder, "-nodeReuse:false"];
        (
            await Dotnet.RunAsync(Repository, new Dictionary<string, string?>(), [.. words, $"-p:MinVerVersionOverride={Version}"])
        ).AssertSuccess();
    }

    /// <summary>A new folder beside it.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_place, name)).FullName;

    /// <summary>Lets what is restored in a folder find the feed. Other packages come from the user's own sources, or from his cache.</summary>
    public void WriteConfiguration(string folder) =>
        File.WriteAllText(
            Path.Combine(folder, "nuget.config"),
            $"""
            <configuration>
              <packageSources>
                <add key="feed" value="{Folder}" />
              </packageSources>
              <fallbackPackageFolders>
                <add key="user" value="{UserCache}" />
              </fallbackPackageFolders>
            </configuration>
            """
        );

    public void Dispose() => Directory.Delete(_place, recursive: true);

    private static string UserCache =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static string BuiltWith(string key) =>
        typeof(Feed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == key).Value!;
}
