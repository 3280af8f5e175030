using System.Diagnostics;
using IntegrationSuite.ServiceHost.Client;

namespace Pipeline.Init;

/// <summary>Repositories that mean harm, or are broken beyond measure.</summary>
[TestClass]
public sealed class HostileInputTests : InitTest
{
    [TestMethod]
    [DataRow("services: { a: { image: x, environment: *b9 } }")]
    [DataRow("services: { a: { image: x, depends_on: *b9 } }")]
    [DataRow("services: *b9")]
    [DataRow("? *b9\n: 1")]
    public void Aliases_that_stand_for_billions_cost_nothing(string use) => AssertQuickly(() => Convert(AliasBomb(use)));

    [TestMethod]
    public void A_long_text_that_a_hundred_words_stand_for_is_refused()
    {
        var words = string.Join(", ", Enumerable.Repeat("*v", 100));
        AssertQuickly(
            () => Convert($"x-v: &v {new string('v', 500_000)}\nservices: {{ a: {{ image: x, command: [{words}] }} }}"),
            "aliases"
        );
    }

    [TestMethod]
    [DataRow("${A:-")]
    [DataRow("$${")]
    public void A_variable_that_is_opened_again_and_again_costs_nothing(string opened) =>
        AssertQuickly(
            () =>
                Convert(
                    $"services: {{ a: {{ image: x, ports: [1], environment: [\"A={string.Concat(Enumerable.Repeat(opened, 150_000))}\"] }} }}"
                ),
            fails: false
        );

    [TestMethod]
    public void As_many_ports_and_hosts_as_a_file_can_name_cost_little() =>
        AssertQuickly(
            () =>
                Convert(
                    "services: { a: { image: x, environment: {"
                        + string.Concat(Enumerable.Range(0, 19_000).Select(number => $"A{number}_PORT: 1,"))
                        + "} } }"
                ),
            "more than 5000"
        );

    [TestMethod]
    public async Task What_is_behind_a_link_is_not_carried_over()
    {
        var elsewhere = Directory.CreateTempSubdirectory("elsewhere-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(elsewhere, "package.json"), """{ "scripts": { "start": "x" } }""");
            WritePackage("web");
            File.CreateSymbolicLink(PathOf("away"), elsewhere);
            File.CreateSymbolicLink(PathOf("web/a.env"), "/etc/passwd");
            var draft = Convert(
                "services:\n  a: { build: away }\n  b: { build: away/. }\n  web: { build: web, env_file: [web/a.env, away/package.json] }"
            );
            Assert.IsNull(draft.Entries.Single().EnvFile);
            CollectionAssert.AreEqual(new[] { 2, 3, 4 }, draft.Open.Select(line => int.Parse(line.Split('(', ')')[1])).ToArray());
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    [TestMethod]
    public async Task A_document_type_definition_is_refused()
    {
        Write("A/A.csproj", "<!DOCTYPE Project [<!ENTITY a \"b\">]><Project Sdk=\"Microsoft.NET.Sdk.Web\">&a;</Project>");
        var error = (await Assert.ThrowsExactlyAsync<SuiteException>(FindAsync)).Errors.Single();
        Assert.AreEqual((ErrorCodes.InputMalformed, PathOf("A/A.csproj")), (error.Code, error.File));
    }

    [TestMethod]
    public async Task A_key_that_stands_twice_deep_in_a_file_is_told_and_one_in_another_case_is_another_to_Node()
    {
        WriteProject("A/A.csproj", body: """<ItemGroup><PackageReference Include="Npgsql" Version="10.0.3" /></ItemGroup>""");
        WritePackage("web", """, "Name": "other" """);
        Assert.HasCount(2, (await FindAsync()).Entries);
        Write("A/appsettings.json", """{ "ConnectionStrings": { "A": "Host=h", "a": "Host=h" } }""");
        var error = (await Assert.ThrowsExactlyAsync<SuiteException>(FindAsync)).Errors.Single();
        Assert.AreEqual((ErrorCodes.InputMalformed, PathOf("A/appsettings.json")), (error.Code, error.File));
    }

    [TestMethod]
    public async Task A_path_of_a_solution_that_is_none_is_passed_by()
    {
        WriteProject("A/A.csproj");
        const string Kind = "{9A19103F-16F7-4668-BE54-9A1E7A4F7556}";
        Write(
            "S.sln",
            $"Microsoft Visual Studio Solution File, Format Version 12.00\n"
                + $"Project(\"{Kind}\") = \"A\", \"A/A.csproj\", \"{Guid.NewGuid():B}\"\nEndProject\n"
                + $"Project(\"{Kind}\") = \"B\", \"B\0/B.csproj\", \"{Guid.NewGuid():B}\"\nEndProject\n"
        );
        Assert.AreEqual("a", (await FindOneAsync()).Name);
    }

    [TestMethod]
    [DataRow("1\"x")]
    [DataRow("<1>")]
    [DataRow("")]
    public async Task A_version_that_is_none_is_refused_before_anything_is_written(string version)
    {
        WritePackage("web");
        (await InitAsync("--concerns", "Contracts", "--suite-version", version)).AssertExit(ExitCode.BadInput);
        Assert.HasCount(1, Snapshot());
    }

    [TestMethod]
    public void Mappings_that_merge_each_other_again_and_again_are_refused()
    {
        var keys = string.Join(", ", Enumerable.Range(0, 5000).Select(key => $"k{key}: 1"));
        var users = string.Join('\n', Enumerable.Range(0, 5000).Select(user => $"  u{user}: {{ <<: *a }}"));
        AssertQuickly(() => Convert($"x-a: &a {{ {keys} }}\nservices:\n{users}"), "aliases");
    }

    [TestMethod]
    public void A_variable_of_one_letter_half_a_million_times_costs_nothing() =>
        AssertQuickly(
            () => Convert($"services: {{ a: {{ image: x, ports: [1], environment: {{ A: {new string('a', 500_000)} }} }} }}"),
            fails: false
        );

    [TestMethod]
    [DataRow('[')]
    [DataRow('{')]
    public void What_is_nested_without_end_is_refused(char bracket) =>
        AssertQuickly(
            () => Convert("services: " + string.Concat(Enumerable.Repeat(bracket == '{' ? "{a: " : "[", 100_000))),
            "nested more than 64 deep"
        );

    [TestMethod]
    public void A_file_of_ten_megabytes_is_refused() => AssertQuickly(() => Convert(new string('#', 10 << 20)), "is larger than 1024 KB");

    [TestMethod]
    public async Task Control_characters_of_names_reach_neither_the_terminal_nor_the_manifest()
    {
        Write("web/package.json", """{ "name": "we\u001b[31mb\u0007", "scripts": { "start": "a\u001b[2J PORT" } }""");
        var result = (await InitAsync()).AssertExit(ExitCode.Success);
        Assert.IsFalse((result.Output + Read("services.json")).Any(character => character is '\u001b' or '\u0007'));
        StringAssert.Contains(Read("services.json"), "\"name\": \"we-31mb\"");
    }

    [TestMethod]
    public async Task Control_characters_of_a_Compose_file_are_shown_harmless()
    {
        Write(
            "c.yaml",
            "services:\n  \"a\\e[31m\":\n    image: x\n    \"re\\e[2Jstart\": 1\n    environment: { \"A\\u0007\": b, C: \"\\0\" }\n"
        );
        var result = (await InitAsync("--from", "c.yaml")).AssertExit(ExitCode.Success);
        Assert.IsFalse((result.Output + Read("services.json")).Any(character => character is '\u001b' or '\u0007' or '\0'));
        Assert.IsFalse(Read("services.json").Contains("env", StringComparison.Ordinal), "neither variable can be given");
    }

    [TestMethod]
    [DataRow("build: ../..")]
    [DataRow("build: /")]
    [DataRow("build: { context: ., dockerfile: ../../../x/Dockerfile }")]
    [DataRow("build: \"a\\0b\"")]
    public void A_build_outside_of_the_folder_is_not_carried_over(string build)
    {
        var draft = Convert($"services:\n  a:\n    {build}\n    env_file: ../../../etc/passwd");
        Assert.IsEmpty(draft.Entries);
        StringAssert.Contains(draft.Open.Single(), "compose.yaml(2): a: it was not carried over");
    }

    [TestMethod]
    public void A_file_of_variables_outside_of_the_folder_is_not_carried_over()
    {
        WritePackage("web");
        var draft = Convert("services:\n  a:\n    build: web\n    env_file: /etc/passwd");
        Assert.IsNull(draft.Entries.Single().EnvFile);
        StringAssert.Contains(draft.Open.Single(), "compose.yaml(4): a: this env_file was not carried over");
    }

    [TestMethod]
    public async Task Names_of_files_that_a_manifest_refuses_are_not_looked_at()
    {
        WriteProject("A/A.csproj");
        WriteProject("B\u001b/B.csproj");
        WriteProject("C/C\u0007.csproj");
        Write("A/Program.cs", "app.MapHealthChecks(\"/a path of\u0007 mine\");");
        Write("A/appsettings.json", """{ "ConnectionStrings": { "a=b": "Host=h" } }""");
        WriteProject("A/A.csproj", body: """<ItemGroup><PackageReference Include="Npgsql" Version="10.0.3" /></ItemGroup>""");
        var entry = ReadBack(await FindAsync()).Single();
        Assert.AreEqual(("a", 0), (entry.Name, entry.Env.Count));
    }

    [TestMethod]
    public async Task A_link_in_the_manifests_place_is_not_followed()
    {
        WritePackage("web");
        var elsewhere = PathOf("elsewhere.json");
        File.CreateSymbolicLink(PathOf("services.json"), elsewhere);
        (await InitAsync()).AssertExit(ExitCode.BadInput);
        Assert.IsFalse(File.Exists(elsewhere));
    }

    private static void AssertQuickly(Action action, string message = "", bool fails = true)
    {
        var watch = Stopwatch.StartNew();
        if (fails)
        {
            var mistake = Mistakes(action)[0];
            Assert.AreEqual("SUITE118", mistake.Code);
            StringAssert.Contains(mistake.Message, message);
        }
        else
        {
            action();
        }
        Assert.IsLessThan(20, watch.Elapsed.TotalSeconds);
    }
}
