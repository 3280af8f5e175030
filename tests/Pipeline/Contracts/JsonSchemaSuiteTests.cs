using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;
using Json.Schema;

namespace Pipeline.Contracts;

/// <summary>
/// The required tests of the public JSON Schema test suite (draft 2020-12), all of them, and those of the formats that contracts
/// use. They are not copied here: JSON_SCHEMA_TEST_SUITE in the environment is the folder of a clone of
/// github.com/json-schema-org/JSON-Schema-Test-Suite.
/// </summary>
[TestClass]
public sealed class JsonSchemaSuiteTests
{
    private static readonly string? s_clone = Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE");

    public static IEnumerable<string> Required =>
        Names(Folder).Where(name => !name.StartsWith("optional", StringComparison.Ordinal)).DefaultIfEmpty("");

    private static string Folder => Path.Combine(s_clone ?? "", "tests", "draft2020-12");

    [ClassInitialize]
    public static void RegisterRemotes(TestContext context)
    {
        var remotes = Path.Combine(s_clone ?? "", "remotes", "draft2020-12");
        foreach (var name in Names(remotes))
        {
            var address = new Uri($"http://localhost:1234/draft2020-12/{name}.json");
            SchemaRegistry.Global.Register(address, JsonSchema.Build(Read(remotes, name), baseUri: address));
        }
    }

    [TestMethod]
    [DynamicData(nameof(Required))]
    public void The_public_suite_agrees(string file) => AssertAgrees(file, assertsFormats: false);

    [TestMethod]
    [DataRow("uuid")]
    [DataRow("date")]
    [DataRow("date-time")]
    public void The_public_suite_agrees_about_formats(string format) => AssertAgrees($"optional/format/{format}", assertsFormats: true);

    private static void AssertAgrees(string file, bool assertsFormats)
    {
        if (s_clone is null)
        {
            Assert.Inconclusive("JSON_SCHEMA_TEST_SUITE names no clone of github.com/json-schema-org/JSON-Schema-Test-Suite.");
        }

        var wrong =
            from @group in Read(Folder, file).EnumerateArray()
            from test in @group.GetProperty("tests").EnumerateArray()
            let schema = @group.GetProperty("schema")
            let breaches = new SchemaValidator(schema, assertsFormats).Validate(schema, test.GetProperty("data"))
            where breaches.Count == 0 != test.GetProperty("valid").GetBoolean()
            select $"{@group.GetProperty("description")}: {test.GetProperty("description")}: {string.Join("; ", breaches)}";
        Assert.AreEqual("", string.Join('\n', wrong));
    }

    private static IEnumerable<string> Names(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(path => Path.ChangeExtension(Path.GetRelativePath(folder, path), null))
                .Order()
            : [];

    private static JsonElement Read(string folder, string name) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name + ".json"))).RootElement;
}
