using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Starting;

[TestClass]
public sealed class ServiceTests : SystemTest
{
    private static readonly HttpClient s_http = new();

    [TestMethod]
    public async Task A_service_is_told_its_port_and_where_the_others_are()
    {
        var system = SystemOf(
            new TestService("clock"),
            new TestService("fact-check") { Env = { ["COLOUR"] = "blue", ["CLOCK_SERVICE_URL"] = "http://elsewhere" } }
        );
        await system.HoldAsync();
        var environment = await EnvironmentOfAsync(system.UrlOf("fact-check"));
        Assert.AreEqual($"{system.PortOf("fact-check")}", environment["PORT"]);
        Assert.AreEqual(system.UrlOf("fact-check"), environment["FACT_CHECK_SERVICE_URL"]);
        Assert.AreEqual("blue", environment["COLOUR"]);
        Assert.AreEqual("http://elsewhere", environment["CLOCK_SERVICE_URL"], "the manifest's word is the last");
        Assert.AreEqual(system.UrlOf("clock"), (await EnvironmentOfAsync(system.UrlOf("clock")))["CLOCK_SERVICE_URL"]);
        Assert.AreEqual("0", environment["DOTNET_TieredPGO"], "short lives pay for no profile");
        Assert.AreEqual("1000", environment["DOTNET_TC_CallCountThreshold"], "nor for compiling twice what runs thirty times");
    }

    [TestMethod]
    [DataRow("LOG_LEVEL")]
    [DataRow("DEPLOYMENT_ENV")]
    [DataRow("ASPNETCORE_ENVIRONMENT")]
    public async Task What_nobody_asked_for_is_the_callers_and_not_made_up(string variable)
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync();
        CollectionAssert.DoesNotContain((await EnvironmentOfAsync(system.UrlOf("clock"))).Keys, variable);
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
        await system.StartWith(new() { [variable] = "the caller's" }, "up").SaysAsync("Ctrl+C stops them.");
        Assert.AreEqual("the caller's", (await EnvironmentOfAsync(system.UrlOf("clock")))[variable]);
    }

    [TestMethod]
    [DataRow(true, "0")]
    [DataRow(false, null)]
    public async Task Whoever_compares_what_calls_cost_has_services_without_tiered_compilation_and_can_tell(bool steady, string? tiered)
    {
        var system = SystemOf(new TestService("clock"));
        await system.HoldAsync(system.Options with { SteadyCode = steady });
        Assert.AreEqual(tiered, (await EnvironmentOfAsync(system.UrlOf("clock"))).GetValueOrDefault("DOTNET_TieredCompilation"));
        Assert.AreEqual(steady, system.State!.SteadyCode);
    }

    [TestMethod]
    public async Task What_the_starter_has_in_his_environment_for_himself_does_not_reach_a_service()
    {
        var system = SystemOf(new TestService("clock"));
        var noise = new Dictionary<string, string>
        {
            ["DATABASE_URL"] = "postgresql://developer",
            ["SERVICE_URLS"] = "clock=elsewhere",
            ["MSBUILDNODEHANDSHAKESALT"] = "x",
            ["KEPT"] = "yes",
        };
        var up = system.StartWith(noise, "up");
        await up.SaysAsync("Ctrl+C stops them.");
        var environment = await EnvironmentOfAsync(system.UrlOf("clock"));
        Assert.AreEqual("yes", environment["KEPT"]);
        CollectionAssert.DoesNotContain(environment.Keys, "DATABASE_URL");
        CollectionAssert.DoesNotContain(environment.Keys, "SERVICE_URLS");
        CollectionAssert.DoesNotContain(environment.Keys, "MSBUILDNODEHANDSHAKESALT");
    }

    [TestMethod]
    public async Task A_command_is_a_text_or_a_list_and_runs_beside_the_manifest()
    {
        var system = SystemOf(
            new TestService("text") { Command = "node 'service.mjs'" },
            new TestService("list") { Command = new JsonArray("sh", "-c", "exec node service.mjs") }
        );
        await system.HoldAsync();
        Assert.AreEqual(system.Folder, await s_http.GetStringAsync(system.UrlOf("text") + "/folder"));
        Assert.AreEqual(system.Folder, await s_http.GetStringAsync(system.UrlOf("list") + "/folder"));
    }

    [TestMethod]
    public async Task A_project_runs_from_a_copy_so_that_it_can_be_built_meanwhile()
    {
        var system = SystemOf(new TestService("front") { DotNet = true });
        await system.HoldAsync();
        Assert.AreEqual(
            Path.Combine(system.Options.RunDirectory, "stage", "front"),
            await s_http.GetStringAsync(system.UrlOf("front") + "/folder")
        );
    }

    [TestMethod]
    public async Task A_service_that_runs_elsewhere_is_neither_started_nor_stopped_and_the_others_find_it_there()
    {
        var elsewhere = SystemOf(new TestService("clock"));
        await elsewhere.HoldAsync();
        var system = SystemOf(new TestService("clock", Mode.CrashAtStart), new TestService("front") { DependsOn = ["clock"] });
        var holder = await system.HoldAsync(
            system.Options with
            {
                ServiceUrls = new Dictionary<string, string> { ["clock"] = elsewhere.UrlOf("clock") },
            }
        );
        Assert.AreEqual(elsewhere.UrlOf("clock"), (await EnvironmentOfAsync(system.UrlOf("front")))["CLOCK_SERVICE_URL"]);
        await holder.ReleaseAsync(CancellationToken.None);
        await system.AssertNothingLeftAsync();
        Assert.AreEqual("healthy", await s_http.GetStringAsync(elsewhere.UrlOf("clock") + "/health"));
    }

    [TestMethod]
    public async Task A_change_of_the_manifest_while_services_run_counts_from_the_next_start()
    {
        var system = SystemOf(new TestService("clock"));
        var holder = await system.HoldAsync();
        system.WriteManifest(new TestService("clock") { Env = { ["COLOUR"] = "blue" } });
        await system.LeaseAsync();
        CollectionAssert.DoesNotContain((await EnvironmentOfAsync(system.UrlOf("clock"))).Keys, "COLOUR");
        (await system.RunAsync("down")).AssertExit(ExitCode.Success);
        await system.HoldAsync();
        Assert.AreEqual("blue", (await EnvironmentOfAsync(system.UrlOf("clock")))["COLOUR"]);
    }

    private static async Task<Dictionary<string, string>> EnvironmentOfAsync(string url) =>
        (await s_http.GetFromJsonAsync<Dictionary<string, string>>(url + "/environment"))!;
}
