using System.Text.Json;

namespace Packages;

/// <summary>A repository that has nothing but a stock web API, and what <c>servicehost init</c> makes of it.</summary>
[TestClass]
[DoNotParallelize]
public sealed class InitTests
{
    private static Feed Packed => SharedFeed.Feed;

    [TestMethod]
    public async Task A_stock_web_API_with_a_database_passes_after_one_command()
    {
        var folder = Packed.NewFolder("stock");
        Packed.WriteConfiguration(folder);
        WriteApi(folder);
        var tool = await InstallAsync();
        string[] init =
        [
            "init",
            "--concerns",
            "Contracts,Workflows,Database,Performance",
            "--ci",
            "github",
            "--suite-version",
            Packed.Version,
        ];
        (await Dotnet.RunAsync(tool, folder, Packed.Environment, init)).AssertSuccess();
        string[] build =
        [
            "build",
            "-t:IntegrationTest",
            "-p:ServicePorts=dynamic",
            "-p:UseSharedCompilation=false",
            "-nodeReuse:false",
            "-tl:off",
        ];
        (await Dotnet.RunAsync(folder, Packed.Environment, build)).AssertSuccess();
        var verdict = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "artifacts/integration/results/verdict.json")));
        Assert.AreEqual("passed", verdict.RootElement.GetProperty("verdict").GetString());
        Assert.AreEqual(4, verdict.RootElement.GetProperty("tests").GetArrayLength());
    }

    [TestMethod]
    public async Task The_template_writes_its_four_files_with_the_version_of_its_package()
    {
        var folder = Packed.NewFolder("template");
        var package = Path.Combine(Packed.Folder, $"IntegrationSuite.Templates.{Packed.Version}.nupkg");
        // A hive of its own: the user's templates stay as they are.
        string[] hive = ["--debug:custom-hive", Path.Combine(folder, ".hive")];
        (await Dotnet.RunAsync(folder, Packed.Environment, ["new", "install", package, .. hive])).AssertSuccess();
        (await Dotnet.RunAsync(folder, Packed.Environment, ["new", "integration-suite", "-o", "made", .. hive])).AssertSuccess();
        var made = Path.Combine(folder, "made");
        CollectionAssert.AreEquivalent(
            new[] { ".gitignore", "Directory.Solution.targets", "global.json", "services.json" },
            Directory.EnumerateFiles(made, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(made, file)).ToArray()
        );
        StringAssert.Contains(
            await File.ReadAllTextAsync(Path.Combine(made, "global.json")),
            $"\"IntegrationSuite\": \"{Packed.Version}\""
        );
    }

    private static async Task<string> InstallAsync()
    {
        var folder = Packed.NewFolder("tool of init");
        Packed.WriteConfiguration(folder);
        string[] install = ["tool", "install", "IntegrationSuite.ServiceHost", "--tool-path", folder, "--version", Packed.Version];
        (await Dotnet.RunAsync(folder, Packed.Environment, install)).AssertSuccess();
        return Path.Combine(folder, "servicehost");
    }

    // As 'dotnet new webapi' writes it, without the package of OpenAPI.
    private static void WriteApi(string folder)
    {
        var api = Directory.CreateDirectory(Path.Combine(folder, "Api")).FullName;
        File.WriteAllText(
            Path.Combine(api, "Api.csproj"),
            """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Npgsql" Version="10.0.3" />
              </ItemGroup>
            </Project>
            """
        );
        File.WriteAllText(Path.Combine(api, "appsettings.json"), """{ "ConnectionStrings": { "Weather": "Host=localhost" } }""");
        File.WriteAllText(
            Path.Combine(api, "Program.cs"),
            """
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            app.UseHttpsRedirection();
            app.MapGet("/weatherforecast", () => new[] { "Freezing", "Bracing" });
            app.Run();
            """
        );
    }
}
