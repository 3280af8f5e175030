using System.Text.Json;
using TestKit.Contracts;

namespace Pipeline.Contracts;

[TestClass]
public sealed class SchemaValidatorTests
{
    private const string Document = """
        {"components": {"schemas": {
          "Case": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "parent": {"$ref": "#/components/schemas/Case"}}, "additionalProperties": false},
          "a/b": {"type": "string"}
        }}}
        """;

    private readonly SchemaValidator _validator = new(Parse(Document));

    [TestMethod]
    [DataRow("""{"type": "string"}""", "\"text\"")]
    [DataRow("""{"type": ["string", "null"]}""", "null")]
    [DataRow("""{"type": "integer"}""", "1.0")]
    [DataRow("""{"type": "string", "maxLength": 1}""", "\"😀\"")]
    [DataRow("""{"enum": ["a", 1]}""", "1.0")]
    [DataRow("""{"const": {"a": 1}}""", """{"a": 1}""")]
    [DataRow("""{"oneOf": [{"type": "string"}, {"type": "number"}]}""", "1")]
    [DataRow("""{"multipleOf": 0.1}""", "0.3")]
    [DataRow("""{"type": "string", "format": "date-time"}""", "\"2024-02-29T10:00:00.123456+00:00\"")]
    [DataRow("""{"type": "string", "format": "date-time"}""", "\"2024-02-29T10:00:00Z\"")]
    [DataRow("""{"type": "string", "format": "uuid"}""", "\"0193e6c8-7b2a-7c11-9f39-2b8f6d3a4c55\"")]
    [DataRow("""{"properties": {"a": {"type": "string"}}}""", """{"b": 1}""")]
    [DataRow("""{"$ref": "#/components/schemas/Case"}""", """{"id": 1, "parent": {"id": 2}}""")]
    [DataRow("""{"$ref": "#/components/schemas/a~1b"}""", "\"text\"")]
    [DataRow("""{"type": "string", "pattern": "^[$]\\$$"}""", "\"$$\"")]
    [DataRow("true", "1")]
    [DataRow("{}", "null")]
    public void A_value_that_fits_has_no_breach(string schema, string value) =>
        Assert.IsEmpty(_validator.Validate(Parse(schema), Parse(value)));

    [TestMethod]
    [DataRow("""{"type": "string"}""", "1", "$")]
    [DataRow("""{"type": "string"}""", "null", "$")]
    [DataRow("""{"type": "integer"}""", "1.5", "$")]
    [DataRow("""{"type": "string", "minLength": 2}""", "\"😀\"", "$")]
    [DataRow("""{"type": "string", "pattern": "^[a-z]+$"}""", "\"a1\"", "$")]
    [DataRow("""{"type": "string", "pattern": "^[a-z]+$"}""", "\"a\\n\"", "$")]
    [DataRow("""{"type": "string", "pattern": "^[$]\\$$"}""", "\"$$\\n\"", "$")]
    [DataRow("""{"enum": ["a"]}""", "\"b\"", "$")]
    [DataRow("""{"oneOf": [{"type": "number"}, {"minimum": 0}]}""", "1", "$")]
    [DataRow("""{"anyOf": [{"type": "string"}, {"minimum": 2}]}""", "1", "$")]
    [DataRow("""{"allOf": [{"type": "number"}, {"minimum": 2}]}""", "1", "$")]
    [DataRow("""{"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Case"}]}""", """{"id": "7"}""", "$.id")]
    [DataRow("""{"not": {"type": "number"}}""", "1", "$")]
    [DataRow("""{"exclusiveMinimum": 1}""", "1", "$")]
    [DataRow("""{"type": "array", "maxItems": 1}""", "[1, 2]", "$")]
    [DataRow("""{"type": "array", "uniqueItems": true}""", "[1, 1.0]", "$")]
    [DataRow("""{"type": "array", "items": {"type": "string"}}""", """["a", 1]""", "$[1]")]
    [DataRow("""{"type": "object", "required": ["id"]}""", "{}", "$.id")]
    [DataRow("""{"type": "object", "additionalProperties": {"type": "string"}}""", """{"a": 1}""", "$.a")]
    [DataRow("""{"type": "string", "format": "date-time"}""", "\"2024-02-30T10:00:00Z\"", "$")]
    [DataRow("""{"type": "string", "format": "date-time"}""", "\"2024-02-29T10:00:00\"", "$", DisplayName = "a time without an offset (RFC 3339, 5.6)")]
    [DataRow("""{"type": "string", "format": "uuid"}""", "\"{0193e6c8-7b2a-7c11-9f39-2b8f6d3a4c55}\"", "$")]
    [DataRow("""{"$ref": "#/components/schemas/Case"}""", """{"id": 1, "parent": {"id": "2"}}""", "$.parent.id")]
    [DataRow("""{"$ref": "#/components/schemas/Case"}""", """{"id": 1, "colour": 2}""", "$.colour")]
    [DataRow("false", "1", "$")]
    public void A_value_that_does_not_fit_is_named_by_its_path(string schema, string value, string path) =>
        Assert.AreEqual(path, _validator.Validate(Parse(schema), Parse(value)).Single().Path);

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}
