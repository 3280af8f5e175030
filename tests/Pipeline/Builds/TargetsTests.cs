using System.Text.Json;
using CliWrap;
using Pipeline.Systems;

namespace Pipeline.Builds;

/// <summary>What MSBuild makes of <c>build/</c> before it builds anything.</summary>
[TestClass]
public sealed class TargetsTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("targets-").FullName;

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    /// <summary>Read by patterns, since there is nothing else at evaluation: whatever else is called "project" must not be taken for one.</summary>
    [TestMethod]
    public void The_projects_of_a_manifest_are_those_of_its_services_and_nothing_else_that_is_called_so()
    {
        Write(
            "services.json",
            """
            {
              // "project": "comment/C.csproj"
              "env": { "project": "env/all.csproj", "x": "a } \" { b // no comment" },
              /* "project": "comment2/C.csproj" */
              "services": [
                { "name": "a", "env": { "project": "env/E.csproj", "U": "http://x{1}" }, "project": "src/A/A.csproj", "port": 1,
                  "health": { "path": "/", "headers": { "project": "h" }, "status": [200, "201-210"] } },
                { "name": "b", "title": "say: {\"project\": \"t/T.csproj\"}", "command": ["x", "\"project\": \"c\"", "{", "project", ":"], "port": 2,
                  "database": "b", "migrations": ".", "placeholders": { "project": "p" } },
                { "name": "c", "latency": { "GET /a/{id}": 100 }, "project" : "src/C/C.csproj", "port": 3, "env": {} }
              ]
            }
            """
        );
        Write("tests/T.csproj", Project("", "<IntegrationTestConcern>Contracts</IntegrationTestConcern>"));

        using var items = JsonDocument.Parse(Dotnet("msbuild", "tests/T.csproj", "-getItem:_SuiteServiceProject"));

        CollectionAssert.AreEqual(
            new[] { "src/A/A.csproj", "src/C/C.csproj" },
            items
                .RootElement.GetProperty("Items")
                .GetProperty("_SuiteServiceProject")
                .EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString())
                .ToArray()
        );
    }

    [TestMethod]
    public void That_a_solution_lacks_its_targets_is_said_once_however_many_test_projects_it_has()
    {
        foreach (var name in new[] { "A", "B", "C" })
        {
            Write($"{name}/{name}.csproj", Project(" Sdk=\"Microsoft.NET.Sdk\"", "<TargetFramework>net10.0</TargetFramework>"));
        }

        Write("S.slnx", """<Solution><Project Path="A/A.csproj" /><Project Path="B/B.csproj" /><Project Path="C/C.csproj" /></Solution>""");
        var output = Dotnet("build", "-t:IntegrationTest", "-nodeReuse:false", "-tl:off", "--nologo", "--no-restore");

        // MSBuild repeats it in its summary; what a project says ends with that project.
        Assert.HasCount(
            1,
            output
                .Split('\n')
                .Where(line => line.Contains("error SUITE113: ", StringComparison.Ordinal))
                .Select(line => line.Trim())
                .Distinct(),
            output
        );
    }

    private static string Project(string sdk, string properties) =>
        $"""
            <Project{sdk}>
              <Import Project="{BuiltWith.Repository}/build/IntegrationSuite.props" />
              <PropertyGroup>{properties}</PropertyGroup>
              <Import Project="{BuiltWith.Repository}/build/IntegrationSuite.targets" />
            </Project>
            """;

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private string Dotnet(params string[] words) =>
        Programs
            .End(Cli.Wrap("dotnet").WithArguments(words).WithWorkingDirectory(_folder).WithValidation(CommandResultValidation.None))
            .StandardOutput;
}
