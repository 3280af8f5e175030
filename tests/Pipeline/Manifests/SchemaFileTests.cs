using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using Json.Schema;
using Pipeline.Systems;

namespace Pipeline.Manifests;

/// <summary><c>services.schema.json</c>, which editors complete and check a manifest by.</summary>
[TestClass]
public sealed class SchemaFileTests
{
    private static readonly string s_file = Path.Combine(Path.GetDirectoryName(BuiltWith.ServiceHost)!, "services.schema.json");
    private static readonly JsonSchema s_schema = JsonSchema.FromFile(s_file);
    private readonly string _folder = Directory.CreateTempSubdirectory("schema-").FullName;

    public static IEnumerable<object[]> Manifests =>
        Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Foreign", "Cases"), "services.json", SearchOption.AllDirectories)
            .Append(Path.Combine(BuiltWith.Repository, "services.json"))
            .Append(Path.Combine(BuiltWith.Repository, "samples", "minimal", "services.json"))
            .Select(file => new object[] { Path.GetRelativePath(BuiltWith.Repository, file) });

    [TestCleanup]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    [DynamicData(nameof(Manifests))]
    public void A_manifest_that_runs_is_valid_by_it(string file) =>
        Assert.IsTrue(IsValid(File.ReadAllText(Path.Combine(BuiltWith.Repository, file))));

    [TestMethod]
    [DataRow("""{"name": "a", "image": "redis:7", "port": 1}""")]
    [DataRow("""{"name": "a", "image": "x", "port": 1, "containerPort": 2, "command": ["--fast"], "health": {"tcp": true}}""")]
    [DataRow("""{"name": "a", "image": "x", "health": {"log": "ready"}, "coverage": false}""")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "coverage": true}""")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "coverage": {"exclude": ["old/**"]}}""")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "coverage": {"report": "coverage/lcov.info"}}""")]
    [DataRow("""{"name": "a", "project": "services.json", "port": 1, "coverage": {"exclude": ["a"], "include": ["Acme.*"]}}""")]
    [DataRow("""{"name": "a", "image": "x", "ports": {"amqp": 1, "web": 2}, "containerPorts": {"web": 3}}""")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "database": "a", "migrations": ".", "migrator": "flyway"}""")]
    [DataRow("""{"name": "a", "command": "x", "ports": {"http": 1, "grpc": 2}}""")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "stopExitCodes": [1, 130]}""")]
    [DataRow("""{"name": "a", "command": "x", "ports": {"http": 1, "grpc": 2}, "health": {"alive": 1}}""")]
    public void What_the_tool_takes_is_valid_by_it(string entry)
    {
        var text = $$"""{"services": [{{entry}}]}""";
        Read(text);
        Assert.IsTrue(IsValid(text));
    }

    [TestMethod]
    [DataRow("""{"name": "a", "command": "x"}""", DisplayName = "a service without a port that gives no other sign")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "kind": "job"}""", DisplayName = "a job with a port")]
    [DataRow("""{"name": "a", "command": "x", "kind": "task"}""", DisplayName = "a kind that is none")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "health": {"tcp": true, "log": "x"}}""", DisplayName = "two signs of health")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "health": {"log": "x", "status": 200}}""", DisplayName = "a status of a log")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "health": {"status": "20x"}}""", DisplayName = "a status that is none")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "before": "make"}""", DisplayName = "a command in place of a list of them")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "gates": {"contracts": "yes"}}""", DisplayName = "a level that is none")]
    [DataRow("""{"name": "a", "project": "p.csproj", "port": 1, "coverage": {"exclude": ["a,b"]}}""", DisplayName = "a glob with a comma")]
    [DataRow(
        """{"name": "a", "project": "p.csproj", "port": 1, "coverage": {"includes": ["a"]}}""",
        DisplayName = "a key of coverage that is none"
    )]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "coverage": {"include": ["a"]}}""", DisplayName = "an assembly of a command")]
    [DataRow(
        """{"name": "a", "project": "p.csproj", "port": 1, "coverage": {"include": ["bin/a"]}}""",
        DisplayName = "a path in place of an assembly's name"
    )]
    [DataRow(
        """{"name": "a", "project": "p.csproj", "port": 1, "coverage": {"report": "a"}}""",
        DisplayName = "a report of a .NET project"
    )]
    [DataRow(
        """{"name": "a", "command": "x", "port": 1, "coverage": {"report": "a", "exclude": ["b"]}}""",
        DisplayName = "sources left out of a report that others write"
    )]
    [DataRow(
        """{"name": "a", "command": "x", "port": 1, "database": "a", "migrations": ".", "migrator": "x"}""",
        DisplayName = "a migrator that there is none of"
    )]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "startTimeout": 0}""", DisplayName = "no time at all")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "latency": {"GET /a": 0}}""", DisplayName = "a latency of nothing")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "latency": {"/a": 100}}""", DisplayName = "a latency of no operation")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "latency": 100}""", DisplayName = "a latency of everything")]
    [DataRow("""{"name": "a", "project": "p.csproj", "command": "x", "port": 1}""", DisplayName = "a project with a command")]
    [DataRow("""{"name": "a", "project": "p.csproj", "image": "x", "port": 1}""", DisplayName = "a project with an image")]
    [DataRow("""{"name": "a", "image": "-x", "port": 1}""", DisplayName = "an option in place of an image")]
    [DataRow("""{"name": "a", "image": "x", "kind": "job"}""", DisplayName = "a job in a container")]
    [DataRow("""{"name": "a", "image": "x", "port": 1, "database": "a"}""", DisplayName = "a database for a container")]
    [DataRow("""{"name": "a", "image": "x", "port": 1, "coverage": true}""", DisplayName = "coverage of a container")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "containerPort": 2}""", DisplayName = "a container's port without a container")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "stopExitCodes": [256]}""", DisplayName = "an exit code that is none")]
    [DataRow("""{"name": "a", "command": "x", "kind": "job", "stopExitCodes": [1]}""", DisplayName = "a job that is stopped")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "ports": {"b": 2}}""", DisplayName = "a port and ports")]
    [DataRow("""{"name": "a", "command": "x", "port": 1, "ports": {"b": 2}, "health": {"alive": 1}}""", DisplayName = "the same, alive")]
    [DataRow("""{"name": "a", "command": "x", "ports": {}}""", DisplayName = "no ports")]
    [DataRow("""{"name": "a", "command": "x", "ports": {"B": 1}}""", DisplayName = "a port's name in upper case")]
    [DataRow("""{"name": "a", "command": "x", "ports": {"b": 0}}""", DisplayName = "a port of nothing")]
    [DataRow("""{"name": "a", "command": "x", "kind": "job", "ports": {"b": 1}}""", DisplayName = "a job with ports")]
    [DataRow("""{"name": "a", "image": "x", "port": 1, "containerPorts": {"b": 1}}""", DisplayName = "containerPorts without ports")]
    [DataRow("""{"name": "a", "image": "x", "ports": {"b": 1}, "containerPort": 1}""", DisplayName = "a containerPort of ports")]
    [DataRow(
        """{"name": "a", "command": "x", "ports": {"b": 1}, "containerPorts": {"b": 1}}""",
        DisplayName = "containerPorts without one"
    )]
    public void What_the_tool_refuses_is_not_valid_by_it(string entry)
    {
        var text = $$"""{"services": [{{entry}}]}""";
        Assert.ThrowsExactly<SuiteException>(() => Read(text));
        Assert.IsFalse(IsValid(text));
    }

    [TestMethod]
    public void It_has_the_keys_that_the_tool_knows_and_no_others()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(s_file));
        var (root, entry) = (schema.RootElement, schema.RootElement.GetProperty("$defs").GetProperty("service"));
        AssertKeys(root, """{"?": 1, "services": [{"name": "a", "command": "x", "port": 1}]}""");
        AssertKeys(entry, """{"services": [{"name": "a", "command": "x", "port": 1, "?": 1}]}""");
    }

    // The error of an unknown key lists those that there are.
    private void AssertKeys(JsonElement schema, string text)
    {
        var message = Assert.ThrowsExactly<SuiteException>(() => Read(text)).Errors.Single().Message;
        var known = message[(message.IndexOf("Known are ", StringComparison.Ordinal) + 10)..].TrimEnd('.').Split(", ");
        CollectionAssert.AreEquivalent(known, schema.GetProperty("properties").EnumerateObject().Select(each => each.Name).ToArray());
    }

    private static bool IsValid(string manifest)
    {
        using var document = JsonDocument.Parse(manifest, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return s_schema.Evaluate(document.RootElement).IsValid;
    }

    private void Read(string text)
    {
        var file = Path.Combine(_folder, "services.json");
        File.WriteAllText(file, text);
        ServiceManifest.Read(file);
    }
}
