using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Init.Setup;
using Pipeline.Systems;

namespace Pipeline.Init;

/// <summary>What <c>servicehost init</c> writes beside the manifest, into a repository that has files of its own.</summary>
[TestClass]
public sealed class SetupTests : InitTest
{
    [TestMethod]
    public async Task A_second_run_changes_no_byte()
    {
        WriteProject("Api/Api.csproj");
        WritePackage("web");
        string[] arguments = ["--concerns", "Contracts,Workflows,Database,Performance", "--ci", "github"];
        (await InitAsync(arguments)).AssertExit(ExitCode.Success);
        var first = Snapshot();
        var result = (await InitAsync(arguments)).AssertExit(ExitCode.Success);
        CollectionAssert.AreEqual(first.ToArray(), Snapshot().ToArray());
        StringAssert.Contains(result.Output, "services.json is there already and was not changed.");
        foreach (
            var file in new[] { "tests/Contracts/Contracts.csproj", "tests/Workflows/JourneyTests.cs", ".github/workflows/integration.yml" }
        )
        {
            Assert.IsTrue(first.ContainsKey(file), file);
        }
    }

    [TestMethod]
    public async Task A_manifest_that_is_there_stays_and_what_it_lacks_is_listed()
    {
        WriteProject("Api/Api.csproj");
        WritePackage("web");
        const string Own = """{ "services": [ { "name": "mine", "project": "Api/Api.csproj", "port": 7001 } ] }""";
        Write("services.json", Own);
        var result = (await InitAsync()).AssertExit(ExitCode.Success);
        Assert.AreEqual(Own, Read("services.json"));
        StringAssert.Contains(result.Output, "\"name\": \"web\"");
        Assert.IsFalse(result.Output.Contains("\"name\": \"api\"", StringComparison.Ordinal), "it is there by another name");
    }

    [TestMethod]
    public async Task Where_there_is_no_service_nothing_is_written_and_the_error_says_what_was_looked_for()
    {
        (await InitAsync("--concerns", "Contracts")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.NothingFound, "package.json");
        Assert.IsEmpty(Snapshot());
    }

    [TestMethod]
    [DataRow(
        "{}",
        "{\n  \"msbuild-sdks\": { \"IntegrationSuite\": \"9.9.9\" },\n  \"test\": { \"runner\": \"Microsoft.Testing.Platform\" }\n}"
    )]
    [DataRow(
        "{\r\n  // ours\r\n  \"msbuild-sdks\": { \"Other\": \"1.0\" },\r\n  \"test\": {}\r\n}",
        "{\r\n  // ours\r\n  \"msbuild-sdks\": { \"IntegrationSuite\": \"9.9.9\", \"Other\": \"1.0\" },\r\n  \"test\": { \"runner\": \"Microsoft.Testing.Platform\" }\r\n}"
    )]
    [DataRow(
        """{ "test": { "runner": "VSTest" }, "msbuild-sdks": { "IntegrationSuite": "1.0.0" } }""",
        """{ "test": { "runner": "VSTest" }, "msbuild-sdks": { "IntegrationSuite": "1.0.0" } }"""
    )]
    public async Task A_global_json_that_is_there_keeps_all_that_it_says(string before, string after)
    {
        WriteProject("Api/Api.csproj");
        Write("global.json", before);
        var result = (await InitAsync("--concerns", "Contracts", "--suite-version", "9.9.9")).AssertExit(ExitCode.Success);
        Assert.AreEqual(after, Read("global.json"));
        Assert.AreEqual(
            before == after,
            result.Output.Contains("global.json has \"runner\": \"VSTest\" already", StringComparison.Ordinal)
        );
    }

    [TestMethod]
    [DataRow("{\n  \"test\": 1 }", 2)]
    [DataRow("{\n  oops }", 2)]
    [DataRow("[]", 1)]
    public async Task A_global_json_that_is_malformed_is_an_error_and_nothing_is_written(string text, int line)
    {
        WriteProject("Api/Api.csproj");
        Write("global.json", text);
        var before = Snapshot();
        (await InitAsync("--concerns", "Contracts"))
            .AssertExit(ExitCode.BadInput)
            .AssertError(ErrorCodes.InputMalformed, $"global.json({line},");
        CollectionAssert.AreEqual(before.ToArray(), Snapshot().ToArray());
    }

    [TestMethod]
    [DataRow("bin/", "bin/\nartifacts/integration/\n")]
    [DataRow("bin/\r\n", "bin/\r\nartifacts/integration/\r\n")]
    [DataRow("[Aa]rtifacts/\n", "[Aa]rtifacts/\n")]
    [DataRow("/artifacts", "/artifacts")]
    [DataRow("# artifacts/\n", "# artifacts/\nartifacts/integration/\n")]
    public async Task A_gitignore_that_is_there_gets_a_line_unless_it_has_one(string before, string after)
    {
        WriteProject("Api/Api.csproj");
        Write(".gitignore", before);
        (await InitAsync("--concerns", "Contracts")).AssertExit(ExitCode.Success);
        Assert.AreEqual(after, Read(".gitignore"));
    }

    [TestMethod]
    [DataRow("All.slnx", "<Solution>\n  <!-- ours -->\n  <Project Path=\"Api/Api.csproj\" />\n</Solution>\n", "<!-- ours -->")]
    [DataRow(
        "All.sln",
        "Microsoft Visual Studio Solution File, Format Version 12.00\nGlobal\n\tGlobalSection(Ours) = preSolution\n\tEndGlobalSection\nEndGlobal\n",
        "Format Version 12.00"
    )]
    public async Task A_solution_that_is_there_gets_the_test_projects(string solution, string before, string kept)
    {
        WriteProject("Api/Api.csproj");
        Write(solution, before);
        (await InitAsync("--concerns", "Contracts")).AssertExit(ExitCode.Success);
        StringAssert.Contains(Read(solution).Replace('\\', '/'), "tests/Contracts/Contracts.csproj");
        StringAssert.Contains(Read(solution), kept);
    }

    [TestMethod]
    public async Task Files_that_are_there_stay_and_what_is_to_be_added_to_them_is_told()
    {
        WriteProject("Api/Api.csproj");
        var own = new[] { "Directory.Solution.targets", "tests/Contracts/Contracts.csproj", ".gitlab-ci.yml" };
        Array.ForEach(own, file => Write(file, "<Project />"));
        var result = (await InitAsync("--concerns", "Contracts", "--ci", "gitlab")).AssertExit(ExitCode.Success);
        Array.ForEach(own, file => Assert.AreEqual("<Project />", Read(file)));
        StringAssert.Contains(result.Output, "Directory.Solution.targets is there already. Add to it: <Import");
        StringAssert.Contains(result.Output, ".gitlab-ci.yml is there already.");
    }

    [TestMethod]
    public async Task A_folder_of_tests_that_is_a_link_is_not_followed()
    {
        WriteProject("Api/Api.csproj");
        Directory.CreateDirectory(PathOf(".elsewhere"));
        Directory.CreateSymbolicLink(PathOf("tests"), PathOf(".elsewhere"));
        (await InitAsync("--concerns", "Contracts")).AssertExit(ExitCode.BadInput).AssertError(ErrorCodes.OutputUnwritable, "is a link");
        Assert.IsEmpty(Directory.EnumerateFileSystemEntries(PathOf(".elsewhere")));
    }

    [TestMethod]
    public async Task Below_a_project_no_tests_are_written_since_it_would_compile_them()
    {
        WriteProject("Api.csproj");
        var result = (await InitAsync("--concerns", "Contracts")).AssertExit(ExitCode.Success);
        StringAssert.Contains(result.Output, "No tests were written: 'Api.csproj' lies above them");
        Assert.IsFalse(Directory.Exists(PathOf("tests")));
    }

    [TestMethod]
    public async Task Beside_central_versions_a_test_project_has_its_own()
    {
        WriteProject("Api/Api.csproj");
        Write("Directory.Packages.props", "<Project />");
        (await InitAsync("--concerns", "Contracts")).AssertExit(ExitCode.Success);
        StringAssert.Contains(
            Read("tests/Contracts/Contracts.csproj"),
            "<ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>"
        );
    }

    [TestMethod]
    public async Task An_unknown_concern_is_refused() =>
        (await InitAsync("--concerns", "Contracts,Luck"))
            .AssertExit(ExitCode.BadInput)
            .AssertError(ErrorCodes.BadOption, "'Luck' is no concern");

    [TestMethod]
    [DataRow("github")]
    [DataRow("azure")]
    [DataRow("gitlab")]
    public void The_guide_shows_the_recipe_that_is_written(string system) =>
        StringAssert.Contains(File.ReadAllText(Path.Combine(BuiltWith.Repository, "docs", "guide", "ci.md")), CiRecipe.TextOf(system));
}
