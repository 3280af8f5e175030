using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>What would go on for ever, or take the process with it, is a breach like any other.</summary>
[TestClass]
public sealed class EndlessSchemaTests
{
    [TestMethod]
    [DataRow("""{"allOf": [{"$ref": "#/components/schemas/A"}]}""")]
    [DataRow("""{"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/A"}]}""")]
    [DataRow("""{"not": {"anyOf": [{"$ref": "#/components/schemas/A"}]}}""")]
    [DataRow("""{"if": {"$ref": "#/components/schemas/A"}}""")]
    public void A_schema_that_asks_for_itself_of_the_same_value_is_named(string schema)
    {
        var document = ApiDocument.Parse(
            """{"openapi": "3.1.0", "paths": {}, "components": {"schemas": {"A": SCHEMA}}}""".Replace("SCHEMA", schema)
        );
        var breach = document.Validator.Validate(Parse("""{"$ref": "#/components/schemas/A"}"""), Parse("1")).Single();
        Assert.AreEqual("schema", breach.Path);
    }

    [TestMethod]
    public void A_pattern_that_takes_too_long_is_named() =>
        Assert.AreEqual(
            "a pattern that is matched within a second",
            new SchemaValidator(default)
                .Validate(Parse("""{"pattern": "^(([a-z])+.)+[A-Z]([a-z])+$"}"""), JsonSerializer.SerializeToElement(new string('a', 60)))
                .Single()
                .Expected
        );

    [TestMethod]
    public void A_body_that_is_nested_over_64_levels_is_read()
    {
        var body = System.Text.Encoding.UTF8.GetBytes($"{new string('[', 200)}{new string(']', 200)}");
        Assert.IsEmpty(new SchemaValidator(default).Validate(Parse("""{"type": "array"}"""), body));
    }

    [TestMethod]
    [DataRow("\"\\ud83d\"")]
    public void Half_a_pair_of_surrogates_is_named(string body) =>
        Assert.IsNotEmpty(new SchemaValidator(default).Validate(Parse("""{"minLength": 1}"""), System.Text.Encoding.UTF8.GetBytes(body)));

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}
