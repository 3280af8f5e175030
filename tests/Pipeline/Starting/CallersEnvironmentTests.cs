using System.Net.Http.Json;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Migrations;
using Pipeline.Postgres;
using Pipeline.Systems;

namespace Pipeline.Starting;

/// <summary>What the caller has in his environment for other servers, and for a proxy.</summary>
[TestClass]
public sealed class CallersEnvironmentTests : SystemTest
{
    private static readonly HttpClient s_http = new();

    private static readonly string[] s_notForServices =
    [
        "ASPNETCORE_URLS",
        "ASPNETCORE_HTTP_PORTS",
        "ASPNETCORE_HTTPS_PORTS",
        "DOTNET_URLS",
        "DOTNET_HTTP_PORTS",
        "DOTNET_HTTPS_PORTS",
        "URLS",
        "HTTP_PORTS",
        "HTTPS_PORTS",
        "Kestrel__Endpoints__Http__Url",
        "ASPNETCORE_Kestrel__Endpoints__Http__Url",
        "SERVICE_STATE",
        "SERVICE_URLS",
        "PGHOST",
        "PGOPTIONS",
        "PGSSLMODE",
        "PGPASSFILE",
    ];

    private static readonly Dictionary<string, string> s_deadProxy = new()
    {
        ["http_proxy"] = "http://127.0.0.1:1",
        ["HTTP_PROXY"] = "http://127.0.0.1:1",
        ["no_proxy"] = "",
        ["NO_PROXY"] = "corp.example",
    };

    [TestMethod]
    public async Task Where_the_caller_listens_connects_or_tests_is_not_handed_to_a_service_and_what_is_merely_named_alike_is()
    {
        var system = SystemOf(new TestService("clock"));
        await UpAsync(
            system,
            s_notForServices.Concat(["PORTAL", "URLS_FILE", "DOTNET_CLI_HOME"]).ToDictionary(name => name, _ => "the caller's")
        );
        var environment = await EnvironmentOfAsync(system);
        Assert.AreEqual("", string.Join(' ', environment.Keys.Intersect(s_notForServices)));
        Assert.AreEqual("the caller's", environment["PORTAL"]);
        Assert.AreEqual("the caller's", environment["URLS_FILE"]);
        Assert.AreEqual("the caller's", environment["DOTNET_CLI_HOME"]);
    }

    [TestMethod]
    public async Task The_manifest_may_set_what_is_not_inherited()
    {
        var system = SystemOf(new TestService("clock") { Env = s_notForServices.ToDictionary(name => name, _ => "the manifest's") });
        await UpAsync(system, []);
        var environment = await EnvironmentOfAsync(system);
        Assert.IsTrue(Array.TrueForAll(s_notForServices, name => environment[name] == "the manifest's"));
    }

    [TestMethod]
    [DataRow("PGOPTIONS", "-c default_transaction_read_only=on")]
    [DataRow("PGSSLNEGOTIATION", "direct")]
    public async Task A_run_prepares_its_databases_whatever_the_caller_has_set_for_his_own_server_and_his_command_keeps_that(
        string name,
        string value
    )
    {
        var system = SystemOf(new TestService("clock") { Database = "clock" });
        var result = (await system.StartWith(new() { [name] = value }, "run", "--", "printenv", name).EndAsync()).AssertExit(
            ExitCode.Success
        );
        Assert.AreEqual(value + "\n", result.Output);
    }

    [TestMethod]
    public async Task A_server_can_be_given_in_a_variable_so_that_no_command_line_has_its_password_nor_any_service()
    {
        var server = (await ScratchServer.Shared).Server.State.Url;
        var system = SystemOf(new TestService("clock") { Database = "clock" });
        await UpAsync(system, new() { ["PostgresConnectionString"] = server });
        Assert.IsNull(system.State!.Postgres!.Process, "a private server was started");
        StringAssert.StartsWith(system.ServiceOf("clock").DatabaseUrl, new Uri(server).GetLeftPart(UriPartial.Authority));
        CollectionAssert.DoesNotContain((await EnvironmentOfAsync(system)).Keys, "PostgresConnectionString");
    }

    [TestMethod]
    public async Task Servicehost_migrate_and_the_runner_of_migrations_connect_as_they_are_told_and_not_as_the_caller_does()
    {
        await using var database = await ScratchDatabase.CreateAsync();
        var system = SystemOf(new TestService("notes") { Database = "notes", Migrations = "migrations" });
        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine(system.Folder, "migrations")).FullName, "V1__create.sql"),
            "CREATE TABLE notes (id int);"
        );
        var options = new Dictionary<string, string> { ["PGOPTIONS"] = "-c default_transaction_read_only=on", ["DATABASE"] = database.Url };
        (await system.StartWith(options, "migrate", "notes", "up", "--database-url", database.Url).EndAsync()).AssertExit(ExitCode.Success);
        await database.ExecuteAsync("DROP TABLE notes, changelog");
        (await RunnerIn(system, options).EndAsync()).AssertExit(ExitCode.Success);
        Assert.IsEmpty(await database.ListAsync<int>("SELECT id FROM notes"));
    }

    [TestMethod]
    public async Task The_command_reaches_the_services_though_the_caller_has_a_proxy()
    {
        var system = SystemOf(new TestService("clock"));
        var result = await system.StartWith(s_deadProxy, "run", "--", "sh", "-c", "curl -sS $CLOCK_SERVICE_URL/health").EndAsync();
        Assert.AreEqual("healthy\n", result.AssertExit(ExitCode.Success).Output);
    }

    [TestMethod]
    [DataRow("", "", "127.0.0.1,localhost,::1", "127.0.0.1,localhost,::1")]
    [DataRow("", "corp.example", "corp.example,127.0.0.1,localhost,::1", "corp.example,127.0.0.1,localhost,::1")]
    [DataRow("a.example, LOCALHOST", "b.example", "a.example,LOCALHOST,127.0.0.1,::1", "b.example,127.0.0.1,localhost,::1")]
    [DataRow("*", "b.example", "*", "b.example,127.0.0.1,localhost,::1")]
    [DataRow("", "*", "*", "*")]
    public async Task Services_reach_each_other_past_a_proxy_and_what_the_caller_excepts_from_it_stays(
        string lower,
        string upper,
        string expectedLower,
        string expectedUpper
    )
    {
        var system = SystemOf(new TestService("clock"));
        await UpAsync(system, new(s_deadProxy) { ["no_proxy"] = lower, ["NO_PROXY"] = upper });
        var environment = await EnvironmentOfAsync(system);
        Assert.AreEqual(expectedLower, environment["no_proxy"]);
        Assert.AreEqual(expectedUpper, environment["NO_PROXY"]);
    }

    [TestMethod]
    public async Task Without_a_proxy_nothing_is_excepted_from_it()
    {
        var system = SystemOf(new TestService("clock"));
        var none = new[] { "http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy" }.ToDictionary(
            name => name,
            _ => ""
        );
        await UpAsync(system, new(none) { ["NO_PROXY"] = "corp.example" });
        var environment = await EnvironmentOfAsync(system);
        Assert.AreEqual(("", "corp.example"), (environment["no_proxy"], environment["NO_PROXY"]));
    }

    private static async Task UpAsync(SmallSystem system, Dictionary<string, string> environment) =>
        await system.StartWith(environment, "up").SaysAsync("Ctrl+C stops them.");

    private static async Task<Dictionary<string, string>> EnvironmentOfAsync(SmallSystem system) =>
        (await s_http.GetFromJsonAsync<Dictionary<string, string>>(system.UrlOf("clock") + "/environment"))!;

    // It lies beside the test process, runs with its dependencies, and reads what to do.
    private static CliProcess RunnerIn(SmallSystem system, Dictionary<string, string> environment)
    {
        string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
        return system.Track(
            new CliProcess(
                Until.Patience,
                system.Folder,
                environment,
                [
                    "sh",
                    "-c",
                    "printf '%s\\tmigrations\\t1\\t{}\\tevolve\\n' \"$DATABASE\" | \"$@\"",
                    "sh",
                    DotnetHost.FilePath,
                    "exec",
                    "--runtimeconfig",
                    Beside("Pipeline.runtimeconfig.json"),
                    "--depsfile",
                    Beside("Pipeline.deps.json"),
                    Beside("MigrationRunner.dll"),
                ]
            )
        );
    }
}
