using System.Text.Json;
using TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>
/// The required tests of the public JSON Schema test suite (draft 2020-12), for the keywords that the suite checks, and those
/// of the formats that contracts use. They are not copied here: JSON_SCHEMA_TEST_SUITE in the environment is the folder of a
/// clone of github.com/json-schema-org/JSON-Schema-Test-Suite.
/// </summary>
[TestClass]
public sealed class JsonSchemaSuiteTests
{
    private static readonly string? s_clone = Environment.GetEnvironmentVariable("JSON_SCHEMA_TEST_SUITE");

    public static IEnumerable<string> Files =>
    [
        .. SchemaKeywords.Checked.Except(["$ref", "format"]).Order(StringComparer.Ordinal),
        "ref", "boolean_schema", "infinite-loop-detection", "optional/format/uuid", "optional/format/date", "optional/format/date-time",
    ];

    [TestMethod]
    [DynamicData(nameof(Files))]
    public void The_public_suite_agrees(string file)
    {
        if (s_clone is null)
        {
            Assert.Inconclusive("JSON_SCHEMA_TEST_SUITE names no clone of github.com/json-schema-org/JSON-Schema-Test-Suite.");
        }

        var groups = Read(file).EnumerateArray().Where(IsOfOurs).ToList();
        Assert.IsNotEmpty(groups);
        var wrong = from @group in groups
                    from test in @group.GetProperty("tests").EnumerateArray()
                    let schema = @group.GetProperty("schema")
                    let breaches = new SchemaValidator(schema).Validate(schema, test.GetProperty("data"))
                    where breaches.Count == 0 != test.GetProperty("valid").GetBoolean()
                    select $"{@group.GetProperty("description")}: {test.GetProperty("description")}: {test.GetProperty("data")} {string.Join("; ", breaches)}";
        Assert.AreEqual("", string.Join('\n', wrong));
    }

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Path.Combine(s_clone!, "tests", "draft2020-12", file + ".json"))).RootElement;

    /// <summary>A group belongs to what the suite claims when all its keywords do, and its references stay in the document (docs/contracts.md).</summary>
    private static bool IsOfOurs(JsonElement group) => IsKnown(group.GetProperty("schema"));

    private static bool IsKnown(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object
        || (!SchemaKeywords.UnknownOf(schema).Any()
            // .NET knows categories of characters by their short names: \p{L}.
            && !(schema.TryGetProperty("pattern", out var pattern) && pattern.ToString().Contains(@"\p{Letter}", StringComparison.Ordinal))
            && (!schema.TryGetProperty("$ref", out var reference) || reference.ToString() is "#" || reference.ToString().StartsWith("#/", StringComparison.Ordinal))
            && schema.EnumerateObject().SelectMany(Parts).All(IsKnown));

    private static IEnumerable<JsonElement> Parts(JsonProperty member) => member.Name switch
    {
        "properties" or "$defs" => member.Value.EnumerateObject().Select(part => part.Value),
        "allOf" or "anyOf" or "oneOf" => member.Value.EnumerateArray(),
        "items" or "additionalProperties" or "not" => [member.Value],
        _ => [],
    };
}
