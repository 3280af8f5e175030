using System.Text.Json.Nodes;
using IntegrationSuite.ServiceHost.Client;
using Pipeline.Systems;

namespace Pipeline.Coverage;

/// <summary>Which processes of a run count their coverage.</summary>
[TestClass]
public sealed class MeasuredSystemTests : SystemTest
{
    // Says whether a process of Node's counts.
    private const string Note = "require('fs').appendFileSync('notes', process.argv[1] + ': ' + !!process.env.NODE_V8_COVERAGE + ' ')";

    [TestMethod]
    public async Task A_service_and_its_second_instances_count_into_one_folder_and_what_runs_before_it_does_not()
    {
        var system = SystemOf(Clock("clock", measured: true), Clock("quiet", measured: false));
        var folder = Path.Combine(system.Folder, "coverage");
        using (var holder = await system.HoldAsync(system.Options with { CoverageDirectory = folder }))
        {
            await using var instance = await holder.AddInstanceAsync("clock", new Dictionary<string, string>(), CancellationToken.None);
            Assert.IsTrue(system.ServiceOf("clock").Instrumented, "it is slower than it would be");
            Assert.IsFalse(system.ServiceOf("quiet").Instrumented);
        }
        await system.AssertNothingLeftAsync();

        CollectionAssert.AreEqual(new[] { "clock" }, Directory.GetDirectories(folder).Select(Path.GetFileName).ToList());
        Assert.HasCount(2, Directory.GetFiles(Path.Combine(folder, "clock", "begun")));
        Assert.HasCount(2, Directory.GetFiles(Path.Combine(folder, "clock", "v8")));
        Assert.AreEqual("before: false before: false ", File.ReadAllText(Path.Combine(system.Folder, "notes")));
    }

    [TestMethod]
    public async Task Nothing_counts_in_a_run_that_does_not_measure()
    {
        var system = SystemOf(Clock("clock", measured: true));
        await system.HoldAsync();
        using var http = new HttpClient();
        var environment = await http.GetStringAsync($"{system.UrlOf("clock")}/environment");
        Assert.IsFalse(environment.Contains("NODE_V8_COVERAGE", StringComparison.Ordinal), environment);
        Assert.IsFalse(environment.Contains("SERVICEHOST_COVERAGE", StringComparison.Ordinal), environment);
        Assert.IsFalse(system.ServiceOf("clock").Instrumented);
    }

    private static TestService Clock(string name, bool measured) =>
        new(name) { Keys = { ["coverage"] = measured, ["before"] = new JsonArray(new JsonArray("node", "-e", Note, "before")) } };
}
