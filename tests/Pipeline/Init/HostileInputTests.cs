using System.Diagnostics;
using ServiceHost.Client;

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
    public void A_command_of_aliases_is_none() =>
        AssertQuickly(
            () => Assert.IsEmpty(Convert(AliasBomb("services: { a: { image: x, command: *b9 } }")).Entries.Single().Command),
            fails: false
        );

    [TestMethod]
    public void Mappings_that_merge_each_other_again_and_again_are_refused()
    {
        var keys = string.Join(", ", Enumerable.Range(0, 5000).Select(key => $"k{key}: 1"));
        var users = string.Join('\n', Enumerable.Range(0, 5000).Select(user => $"  u{user}: {{ <<: *a }}"));
        AssertQuickly(() => Convert($"x-a: &a {{ {keys} }}\nservices:\n{users}"), "It merges too much");
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
