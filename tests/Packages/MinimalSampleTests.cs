using System.Text.RegularExpressions;

namespace Packages;

/// <summary><c>samples/minimal</c> with nothing of this repository but its packages. The tests go one after the other.</summary>
[TestClass]
[DoNotParallelize]
public sealed partial class MinimalSampleTests
{
    private static Feed Packed => SharedFeed.Feed;

    [TestMethod]
    public async Task It_passes_with_packages_that_are_restored_into_an_empty_cache()
    {
        AssertAllPassed(await new Sample(Packed, "as it is").PassAsync("✓ notes ", "✓ wall ")); // the coverage of both
        Assert.IsTrue(Directory.Exists(Path.Combine(Packed.Cache, "integrationsuite", Packed.Version)));
    }

    [TestMethod]
    public async Task It_passes_with_central_versions_and_other_assembly_names()
    {
        var sample = new Sample(Packed, "central");
        sample.Write("Directory.Packages.props", CentralVersions(sample));
        sample.Change("Notes/Notes.csproj", "<Nullable>", "<AssemblyName>Acme.Notes</AssemblyName><Nullable>");
        sample.Change("tests/Directory.Build.props", "<OutputType>", "<AssemblyName>Acme.$(MSBuildProjectName)</AssemblyName><OutputType>");
        AssertAllPassed(await sample.PassAsync());
    }

    [TestMethod]
    public async Task It_passes_with_projects_of_several_frameworks_that_are_built_into_artifacts()
    {
        var sample = new Sample(Packed, "artifacts");
        sample.Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>"
        );
        sample.Change("tests/Directory.Build.props", "<PropertyGroup>", """<Import Project="../Directory.Build.props" /><PropertyGroup>""");
        foreach (var file in new[] { "Notes/Notes.csproj", "tests/Directory.Build.props" })
        {
            sample.Change(file, "<TargetFramework>net10.0</TargetFramework>", "<TargetFrameworks>net10.0</TargetFrameworks>");
        }

        AssertAllPassed(await sample.PassAsync(), ".net10.0");
    }

    [TestMethod]
    public async Task A_solution_without_its_targets_is_an_error_that_gives_the_file_to_write()
    {
        var sample = new Sample(Packed, "no targets");
        sample.Delete("Directory.Solution.targets");
        var result = await sample.BuildAsync("IntegrationTest");
        Assert.AreEqual(1, result.ExitCode);
        StringAssert.Contains(result.StandardOutput, "error SUITE113: ");
        StringAssert.Contains(result.StandardOutput, """Directory.Solution.targets must say: <Project><Import Project="Sdk.targets" """);
    }

    [TestMethod]
    public async Task The_tool_is_installed_from_its_package_and_starts()
    {
        var folder = Packed.NewFolder("tool");
        Packed.WriteConfiguration(folder);
        string[] install = ["tool", "install", "IntegrationSuite.ServiceHost", "--tool-path", folder, "--version", Packed.Version];
        (await Dotnet.RunAsync(folder, Packed.Environment, install)).AssertSuccess();
        var help = await Dotnet.RunAsync(Path.Combine(folder, "servicehost"), folder, Packed.Environment, "--help");
        StringAssert.Contains(help.AssertSuccess().StandardOutput, "doctor");
    }

    private static void AssertAllPassed(IReadOnlyDictionary<string, int> passed, string suffix = "") =>
        CollectionAssert.AreEquivalent(
            new[] { $"Contracts{suffix}: 1", $"Database{suffix}: 1", $"Workflows{suffix}: 1" },
            passed.Select(tests => $"{tests.Key}: {tests.Value}").ToList()
        );

    /// <summary>Takes the versions out of the projects.</summary>
    /// <returns>The file that has them instead.</returns>
    private static string CentralVersions(Sample sample)
    {
        var versions = sample.Projects.SelectMany(file => Reference().Matches(sample.Read(file))).Select(match => match.Value).ToList();
        foreach (var file in sample.Projects)
        {
            sample.Write(file, Reference().Replace(sample.Read(file), """PackageReference Include="$1" """));
        }

        return $"""
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                {string.Concat(
                versions.Select(each => $"<{each.Replace("PackageReference", "PackageVersion", StringComparison.Ordinal)} />")
            )}
              </ItemGroup>
            </Project>
            """;
    }

    [GeneratedRegex("PackageReference Include=\"([^\"]+)\" Version=\"[^\"]+\"")]
    private static partial Regex Reference();
}
