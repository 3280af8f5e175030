using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Builds;

/// <summary>What <c>dotnet new webapi</c> makes, and Express's own example, without a changed line in them. The tests share one solution, so they go one after the other.</summary>
[TestClass]
[DoNotParallelize]
public sealed class StockServicesTests
{
    private static Consumer s_consumer = null!;

    [ClassInitialize]
    public static void Write(TestContext _)
    {
        s_consumer = new Consumer("", "Stock/Stock");
        var folder = s_consumer.System.Folder;
        Programs.Run("dotnet", "new", "webapi", "-n", "Api", "-o", Path.Combine(folder, "api"), "--no-restore");
        File.WriteAllText(Path.Combine(folder, "api", "Directory.Packages.props"), "<Project />"); // its versions are its own
        var web = Directory.CreateDirectory(Path.Combine(folder, "web")).FullName;
        foreach (
            var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Foreign", "Cases", "10-stock-express", "web"))
        )
        {
            File.Copy(file, Path.Combine(web, Path.GetFileName(file)));
        }
        var solution = Path.Combine(folder, "Consumer.slnx");
        File.WriteAllText(solution, File.ReadAllText(solution).Replace(Greeter, "api/Api.csproj", StringComparison.Ordinal));
    }

    private static string Greeter => $"{TestService.DotNetFolder}/Greeter.csproj";

    [ClassCleanup]
    public static async Task Remove() => await s_consumer.DisposeAsync();

    [TestInitialize]
    public void Reset() => s_consumer.Reset();

    [TestMethod]
    public async Task They_run_on_dynamic_ports_and_the_coverage_of_both_is_in_the_gate()
    {
        WriteManifest();
        var passed = (await RunAsync()).AssertExit(ExitCode.Success);
        StringAssert.Matches(passed.Output, new(@"✓ api +\d\d\.\d\d %"));
        StringAssert.Matches(passed.Output, new(@"✓ web +100\.00 %"));
        Assert.IsEmpty(Verdict.GetProperty("notMeasured").EnumerateArray());
        StringAssert.Contains(
            File.ReadAllText(Path.Combine(s_consumer.System.Folder, "artifacts/integration/report/coverage/Summary.json")),
            "app.js"
        );

        File.WriteAllText(
            Path.Combine(s_consumer.System.Folder, "web", "never.js"),
            "exports.never = 1;\nexports.more = 2;\nexports.most = 3;\nexports.all = 4;\n"
        );
        var failed = await RunAsync();
        StringAssert.Contains(failed.Output, "error SUITE501: Coverage of web is ");
        StringAssert.Contains(failed.Output, "Least covered: never.js 0 %, app.js 100 %.");
        Assert.AreEqual("failed", s_consumer.Verdict);
        await s_consumer.System.AssertNothingLeftAsync();
    }

    [TestMethod]
    public async Task Who_has_no_coverage_is_named_in_the_summary_and_in_the_verdict_and_the_last_runs_figures_do_not_count()
    {
        WriteManifest(web: false);
        (await RunAsync()).AssertExit(ExitCode.Success);
        WriteManifest(api: false, web: false);
        var result = (await RunAsync()).AssertExit(ExitCode.Success);
        StringAssert.Contains(result.Output, "– api                    not measured: its \"coverage\" is false");
        CollectionAssert.AreEqual(
            new[] { "api", "web" },
            Verdict.GetProperty("notMeasured").EnumerateArray().Select(service => service.GetProperty("service").GetString()).ToList()
        );
        var pages = await s_consumer.RunAsync("CoverageReport");
        StringAssert.Contains(pages.Output, "error SUITE520: ");
    }

    [TestMethod]
    public async Task A_test_of_one_concern_measures_nothing_and_says_nothing_of_it()
    {
        WriteManifest();
        var result = (await s_consumer.RunAsync("WorkflowTest", "", "-p:ServicePorts=dynamic")).AssertExit(ExitCode.Success);
        Assert.IsFalse(result.Output.Contains("Coverage", StringComparison.Ordinal), result.ToString());
        Assert.IsFalse(Verdict.TryGetProperty("notMeasured", out _));
        Assert.IsFalse(Directory.Exists(Path.Combine(s_consumer.System.Options.ArtifactsDirectory, "coverage")));
    }

    private static JsonElement Verdict =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_consumer.Results, "verdict.json"))).RootElement;

    private static Task<CliResult> RunAsync() => s_consumer.RunAsync("IntegrationTest", "", "-p:ServicePorts=dynamic");

    private static void WriteManifest(bool api = true, bool web = true)
    {
        var services = new JsonArray(
            Service("api", 1, """{ "project": "api/Api.csproj", "health": "/weatherforecast" }""", api),
            Service("web", 2, """{ "command": "npm start", "workingDirectory": "web", "before": ["npm ci"], "health": "/" }""", web)
        );
        File.WriteAllText(s_consumer.System.Manifest, new JsonObject { ["services"] = services }.ToJsonString());
    }

    private static JsonNode Service(string name, int port, string keys, bool measured)
    {
        var entry = JsonNode.Parse(keys)!;
        (entry["name"], entry["port"]) = (name, port);
        if (!measured)
        {
            entry["coverage"] = false;
        }
        return entry;
    }
}
