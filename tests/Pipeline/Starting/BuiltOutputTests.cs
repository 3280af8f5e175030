using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Supervision;

namespace Pipeline.Starting;

/// <summary>Where <c>servicehost run</c> finds what a project was built into, when no build tells it.</summary>
[TestClass]
public sealed class BuiltOutputTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("output-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Of_one_target_framework_it_is_the_newest()
    {
        Project("<TargetFramework>net10.0</TargetFramework>");
        Built("src/Shop/bin/Debug/net10.0", "net10.0", age: 2);
        Built("src/Shop/bin/Debug/net10.0/linux-x64", "net10.0", age: 1);
        Built("src/Shop/bin/Release/net10.0", "net10.0", age: 0);
        Assert.AreEqual("src/Shop/bin/Debug/net10.0/linux-x64/Shop.dll", Found());
    }

    [TestMethod]
    [DataRow("net8.0;net10.0", "net10.0")]
    [DataRow("netstandard2.0;net9.0;net8.0;net11.0", "net9.0")]
    public void Of_several_target_frameworks_it_is_the_newest_up_to_the_suites_own_whichever_was_built_last(
        string frameworks,
        string chosen
    )
    {
        Project($"<TargetFrameworks>{frameworks}</TargetFrameworks>");
        foreach (var (age, framework) in frameworks.Split(';').Index())
        {
            Built($"src/Shop/bin/Debug/{framework}", framework, age: framework == chosen ? 100 : age);
        }

        Assert.AreEqual($"src/Shop/bin/Debug/{chosen}/Shop.dll", Found());
    }

    [TestMethod]
    public void A_framework_that_the_project_no_longer_has_is_passed_over()
    {
        Project("<TargetFramework>net9.0</TargetFramework>");
        Built("src/Shop/bin/Debug/net10.0", "net10.0", age: 0);
        Built("src/Shop/bin/Debug/net9.0", "net9.0", age: 1);
        Assert.AreEqual("src/Shop/bin/Debug/net9.0/Shop.dll", Found());
    }

    [TestMethod]
    [DataRow("debug")]
    [DataRow("debug_linux-x64")]
    public void With_UseArtifactsOutput_it_is_beside_the_nearest_properties(string pivot)
    {
        Project("<TargetFramework>net10.0</TargetFramework>");
        Write("src/Directory.Build.props", Artifacts);
        Built($"src/artifacts/bin/Shop/{pivot}", "net10.0", age: 1);
        Built("src/artifacts/bin/Shop/release", "net10.0", age: 0);
        Assert.AreEqual($"src/artifacts/bin/Shop/{pivot}/Shop.dll", Found());
    }

    [TestMethod]
    public void What_was_built_before_UseArtifactsOutput_is_passed_over()
    {
        Project("<TargetFramework>net10.0</TargetFramework>");
        Write("Directory.Build.props", Artifacts);
        Built("artifacts/bin/Shop/debug", "net10.0", age: 1);
        Built("src/Shop/bin/Debug/net10.0", "net10.0", age: 0);
        Assert.AreEqual("artifacts/bin/Shop/debug/Shop.dll", Found());
    }

    [TestMethod]
    public void A_place_that_only_a_property_tells_is_found()
    {
        Project(
            "<TargetFramework>net10.0</TargetFramework><OutputPath>../../out/</OutputPath><AppendTargetFrameworkToOutputPath>false</AppendTargetFrameworkToOutputPath>"
        );
        Built("out", "net10.0", age: 0);
        Assert.AreEqual("out/Shop.dll", Found());
    }

    private const string Artifacts = "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>";

    private void Project(string properties) =>
        Write("src/Shop/Shop.csproj", $"""<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{properties}</PropertyGroup></Project>""");

    private void Built(string folder, string framework, int age)
    {
        Write($"{folder}/Shop.dll", "");
        var mark = Write($"{folder}/Shop.runtimeconfig.json", $$"""{ "runtimeOptions": { "tfm": "{{framework}}" } }""");
        File.SetLastWriteTimeUtc(mark, DateTime.UtcNow.AddMinutes(-age));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private string Found()
    {
        Write("services.json", """{"services": [{"name": "shop", "project": "src/Shop/Shop.csproj", "port": 1}]}""");
        var manifest = ServiceManifest.Read(Path.Combine(_folder, "services.json"));
        var options = new LaunchOptions
        {
            Manifest = manifest.File,
            ArtifactsDirectory = Path.Combine(_folder, "artifacts", "integration"),
            ServiceHost = "",
        };
        return Path.GetRelativePath(_folder, BuiltOutput.Find(manifest.Services.Single(), options));
    }
}
