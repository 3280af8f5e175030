using System.Reflection;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.ServiceHost.Init.Discovery;
using IntegrationSuite.ServiceHost.Init.Files;

namespace IntegrationSuite.ServiceHost.Init.Setup;

/// <summary>Writes a test project for each concern, with a sample that passes, and adds it to the solution.</summary>
/// <param name="target">The repository.</param>
/// <param name="options">What is wanted.</param>
/// <param name="report">Takes what was done.</param>
internal sealed class TestProjects(TargetFolder target, SetupOptions options, SetupReport report)
{
    /// <summary>Those that there is a sample of.</summary>
    public static readonly IReadOnlyList<string> Concerns = ["Contracts", "Workflows", "Database", "Performance"];

    private static readonly Dictionary<string, string> s_packages = new()
    {
        ["Contracts"] = "IntegrationSuite.TestKit.Contracts",
        ["Database"] = "IntegrationSuite.TestKit.Databases",
    };

    private static readonly string s_mstest = typeof(TestProjects)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(each => each.Key == "MSTest.TestFramework")
        .Value!;

    /// <summary>Writes them.</summary>
    public async Task WriteAsync(ServiceManifest manifest)
    {
        var owner = manifest
            .Services.Select(service => service.Project)
            .OfType<string>()
            .FirstOrDefault(project => SourceTree.IsWithin(target.Root, Path.GetDirectoryName(project)!));
        if (owner is not null)
        {
            report.Open.Add(
                $"No tests were written: '{Path.GetFileName(owner)}' lies above them, and would compile them too. Give it a folder of its own."
            );
            return;
        }
        var projects = options.Concerns.Select(concern => Write(concern, manifest)).OfType<string>().ToList();
        await AddToSolutionAsync([
            .. manifest.Services.Select(service => service.Project).OfType<string>(),
            .. projects.Select(target.PathOf),
        ]);
    }

    private string? Write(string concern, ServiceManifest manifest)
    {
        var project = $"tests/{concern}/{concern}.csproj";
        if (!target.Has(project))
        {
            if (SampleTest.Of(concern, manifest.Services) is not { } sample)
            {
                report.Open.Add($"{concern}: no test project was written: no service has a database.");
                return null;
            }
            var test = $"tests/{concern}/{sample.Name}.cs";
            if (!target.Has(test))
            {
                target.Create(test, sample.Text);
                report.Written.Add(test);
            }
            target.Create(project, Project(concern));
            report.Written.Add(project);
        }
        return project;
    }

    private async Task AddToSolutionAsync(IReadOnlyList<string> projects)
    {
        if (Solution.IsAmbiguous(target.Root))
        {
            report.Open.Add("There are several solutions: add the projects below tests/ to the one that is built, by 'dotnet sln add'.");
            return;
        }
        var solution = Solution.Find(target.Root) ?? target.PathOf($"{Path.GetFileName(target.Root)}.slnx");
        if (await Solution.WithAsync(solution, projects) is { } content)
        {
            target.Replace(Path.GetFileName(solution), content);
            report.Written.Add(Path.GetFileName(solution));
        }
    }

    private string Project(string concern) =>
        $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <OutputType>Exe</OutputType>
                <EnableMSTestRunner>true</EnableMSTestRunner>
                <IntegrationTestConcern>{concern}</IntegrationTestConcern>{(concern == "Performance" ? Exclusive : "")}{(
                target.Has("Directory.Packages.props") ? OwnVersions : ""
            )}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="IntegrationSuite" Version="{options.Version}" />{(
                s_packages.GetValueOrDefault(concern) is { } package ? Reference(package) : ""
            )}
                <PackageReference Include="MSTest.TestAdapter" Version="{s_mstest}" />
                <PackageReference Include="MSTest.TestFramework" Version="{s_mstest}" />
                <Using Include="IntegrationSuite.TestKit" />
              </ItemGroup>
            </Project>

            """;

    private const string Exclusive = "\n    <IntegrationTestExclusive>true</IntegrationTestExclusive>";

    private const string OwnVersions =
        "\n    <!-- Its versions stand here; those of the other projects are central. -->"
        + "\n    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>";

    private string Reference(string package) => $"\n    <PackageReference Include=\"{package}\" Version=\"{options.Version}\" />";
}
