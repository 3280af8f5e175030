using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Init.Discovery;

namespace Pipeline.Init;

/// <summary>Which services a repository is found to have.</summary>
[TestClass]
public sealed class DiscoveryTests : InitTest
{
    [TestMethod]
    public async Task Web_projects_and_workers_are_services_and_tests_libraries_and_consoles_are_none()
    {
        WriteProject("Api/Api.csproj");
        WriteProject("Work/Work.csproj", "Microsoft.NET.Sdk.Worker");
        WriteProject(
            "Old/Old.csproj",
            "Microsoft.NET.Sdk",
            Exe + """<ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup>"""
        );
        WriteProject("Lib/Lib.csproj", body: "<PropertyGroup><OutputType>Library</OutputType></PropertyGroup>");
        WriteProject("Console/Console.csproj", "Microsoft.NET.Sdk", Exe);
        WriteProject("Pages/Pages.csproj", "Microsoft.NET.Sdk.BlazorWebAssembly");
        WriteProject("Tests/Tests.csproj", body: """<ItemGroup><PackageReference Include="xunit.v3" Version="1.0.0" /></ItemGroup>""");
        WriteProject("More/More.csproj", body: "<PropertyGroup><IntegrationTestConcern>Contracts</IntegrationTestConcern></PropertyGroup>");
        var found = (await FindAsync()).Entries;
        CollectionAssert.AreEqual(new[] { "api", "old", "work" }, found.Select(entry => entry.Name).ToArray());
        Assert.IsEmpty(found[2].Ports, "a worker has no port");
        Assert.AreEqual("""{"alive":2}""", found[2].Health!.ToJsonString());
    }

    [TestMethod]
    [DataRow("All.sln")]
    [DataRow("All.slnx")]
    public async Task Of_a_folder_with_a_solution_only_its_projects_count(string solution)
    {
        WriteProject("src/In/In.csproj");
        WriteProject("src/Out/Out.csproj");
        Write(
            solution,
            solution.EndsWith('x')
                ? """<Solution><Project Path="src/In/In.csproj" /></Solution>"""
                : """
                Microsoft Visual Studio Solution File, Format Version 12.00
                Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "In", "src\In\In.csproj", "{5D5D1A9D-5F6B-4F0A-9D5E-0A4E5C6B7A81}"
                EndProject

                """
        );
        Assert.AreEqual("src/In/In.csproj", (await FindOneAsync()).Project);
    }

    [TestMethod]
    public async Task What_builds_and_package_managers_write_is_not_looked_at()
    {
        WriteProject("Api/Api.csproj");
        foreach (var folder in new[] { "bin", "obj", "node_modules", ".git" })
        {
            WriteProject($"{folder}/Copy/Copy.csproj");
            WritePackage($"{folder}/copy");
        }
        Assert.AreEqual("api", (await FindOneAsync()).Name);
    }

    [TestMethod]
    public async Task A_linked_folder_is_not_followed()
    {
        WriteProject("Api/Api.csproj");
        Directory.CreateSymbolicLink(PathOf("Loop"), Folder);
        Assert.AreEqual("api", (await FindOneAsync()).Name);
    }

    [TestMethod]
    public async Task Names_are_lower_case_words_and_each_is_there_once()
    {
        WriteProject("a/Acme.OrderService.csproj");
        WriteProject("b/Acme.OrderService.csproj");
        WriteProject("c/HTTPGateway2.csproj");
        WriteProject("d/2nd.csproj");
        var draft = await FindAsync();
        CollectionAssert.AreEqual(
            new[] { "acme-order-service", "acme-order-service-2", "http-gateway2", "service-2nd" },
            draft.Entries.Select(entry => entry.Name).ToArray()
        );
        Assert.HasCount(4, ReadBack(draft));
    }

    [TestMethod]
    public async Task A_package_that_can_be_started_is_a_service_and_one_that_can_not_is_none()
    {
        WritePackage("mail");
        Write("lib/package.json", """{ "name": "lib", "scripts": { "test": "node --test" } }""");
        var entry = await FindOneAsync();
        Assert.AreEqual("npm start (in mail)", entry.Runs);
        Assert.HasCount(1, entry.Ports);
    }

    [TestMethod]
    public async Task Below_a_package_with_workspaces_only_those_count_and_not_what_starts_them_all()
    {
        WritePackage(".", """, "workspaces": ["apps/*", "!apps/old"] """);
        WritePackage("apps/shop");
        WritePackage("apps/old");
        WritePackage("tools/tool");
        Write("pnpm-lock.yaml", "");
        var draft = await FindAsync();
        Assert.AreEqual("pnpm start (in apps/shop)", draft.Entries.Single().Runs);
        StringAssert.Contains(draft.Open.Single(), "package.json: its script 'start' was left out");
    }

    [TestMethod]
    public async Task The_pages_of_a_web_project_are_no_service_of_their_own()
    {
        WriteProject("Api/Api.csproj");
        WritePackage("Api/ClientApp");
        var draft = await FindAsync();
        Assert.AreEqual("api", draft.Entries.Single().Name);
        StringAssert.Contains(draft.Open.Single(), "Api/ClientApp/package.json: it was taken for a part of Api");
    }

    [TestMethod]
    public async Task A_package_whose_sources_do_not_name_PORT_is_told()
    {
        Write("mail/package.json", """{ "scripts": { "start": "node server.js" } }""");
        StringAssert.Contains((await FindAsync()).Open.Single(), "mail: none of its sources names PORT");
    }

    [TestMethod]
    [DataRow("Api/Api.csproj", "<Project", 1)]
    [DataRow("Api/Properties/launchSettings.json", "{\n  oops }", 2)]
    [DataRow("Api/appsettings.json", "[]", 1)]
    [DataRow("All.slnx", "<Solution>\n<Project></Solution>", 2)]
    [DataRow("web/package.json", "{ \"name\": \"a\", \"name\": \"b\" }", 1)]
    public async Task What_is_malformed_is_told_with_its_place(string file, string text, int line)
    {
        WriteProject("Api/Api.csproj", body: """<ItemGroup><PackageReference Include="Npgsql" Version="10.0.3" /></ItemGroup>""");
        Write(file, text);
        var error = (await Assert.ThrowsExactlyAsync<SuiteException>(FindAsync)).Errors.Single();
        Assert.AreEqual((ErrorCodes.InputMalformed, PathOf(file), line), (error.Code, error.File, error.Line));
    }

    [TestMethod]
    public void A_project_may_be_of_several_SDKs_with_versions()
    {
        WriteProject("A/A.csproj", $"Some.Sdk/1.0;{WebSdk}/10.0.1");
        Assert.AreEqual(ProjectKind.Web, new ProjectFile(PathOf("A/A.csproj")).Kind);
    }

    private const string Exe = "<PropertyGroup><OutputType>Exe</OutputType></PropertyGroup>";
}
