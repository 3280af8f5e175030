using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;

namespace Pipeline.Manifests;

[TestClass]
public sealed class ManifestTests : ManifestTest
{
    [TestMethod]
    public void What_is_left_out_has_its_default()
    {
        var service = Read("""{"services": [{"name": "fact-check", "command": "node 'my file.mjs'  --port \"1 2\"", "port": 4001}]}""")
            .Services.Single();
        CollectionAssert.AreEqual(new[] { "node", "my file.mjs", "--port", "1 2" }, service.Command!.ToList());
        Assert.AreEqual(
            ("fact-check", (HealthCheck)HttpHealth.Default, true, false, 1),
            (service.Title, service.Health, service.Coverage.IsMeasured, service.Coverage.IsDemanded, service.Line)
        );
        Assert.IsNull(service.StartTimeout);
        Assert.IsEmpty(service.DependsOn);
    }

    [TestMethod]
    [DataRow("", true, false, DisplayName = "a service")]
    [DataRow(""" "kind": "job", """, false, false, DisplayName = "a job")]
    [DataRow(""" "kind": "job", "coverage": true, """, true, true, DisplayName = "a job that asks for it")]
    [DataRow(""" "coverage": true, """, true, true)]
    [DataRow(""" "coverage": false, """, false, false)]
    [DataRow(""" "coverage": {"exclude": ["**/old/**"]}, """, true, true)]
    public void Coverage_is_measured_of_services_and_demanded_where_the_manifest_says_so(string keys, bool measured, bool demanded)
    {
        var port = keys.Contains("job", StringComparison.Ordinal) ? "" : """, "port": 1""";
        var rule = Read($$"""{"services": [{ {{keys}} "name": "a", "command": "x"{{port}} }]}""").Services.Single().Coverage;
        Assert.AreEqual((measured, demanded), (rule.IsMeasured, rule.IsDemanded));
    }

    [TestMethod]
    public void Shared_assemblies_that_count_are_named_in_the_manifest()
    {
        File.WriteAllText(Path.Combine(Folder, "p.csproj"), "");
        var entry = """ "name": "a", "project": "p.csproj", "port": 1, "coverage": {"include": ["Acme.Common", "Acme.Web.*"]} """;
        var rule = Read($$"""{"services": [{ {{entry}} }]}""").Services.Single().Coverage;
        CollectionAssert.AreEqual(new[] { "Acme.Common", "Acme.Web.*" }, rule.Include.ToList());
        Assert.IsTrue(rule.IsDemanded);
    }

    [TestMethod]
    public void The_report_of_a_command_is_in_its_working_directory()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "web"));
        var entry = """ "name": "a", "command": "x", "port": 1, "workingDirectory": "web", "coverage": {"report": "out/lcov.info"} """;
        var service = Read($$"""{"services": [{ {{entry}} }]}""").Services.Single();
        Assert.AreEqual(Path.Combine(Folder, "web", "out", "lcov.info"), service.Coverage.Report);
    }

    [TestMethod]
    public void Comments_and_a_byte_order_mark_are_no_mistakes()
    {
        var manifest = Read("\uFEFF// what we start\n{\"services\": [/* one */ {\"name\": \"a\", \"command\": \"x\", \"port\": 1}]}");
        Assert.AreEqual("a", manifest.Services.Single().Name);
    }

    [TestMethod]
    public void The_nearest_manifest_above_is_found()
    {
        Read("""{"services": [{"name": "a", "command": "x", "port": 1}]}""");
        var below = Directory.CreateDirectory(Path.Combine(Folder, "src", "deep")).FullName;
        Assert.AreEqual(Path.Combine(Folder, "services.json"), ServiceManifest.FindUpward(below));
    }
}
