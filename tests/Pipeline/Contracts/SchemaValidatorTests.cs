using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;

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
    [DataRow("""{"minLength": 2}""", "\"e\u0301\"", DisplayName = "a letter and its combining mark are two characters (RFC 8259)")]
    [DataRow("""{"enum": [1, 1e300]}""", "1e300", DisplayName = "a number beyond decimal")]
    [DataRow("""{"uniqueItems": true}""", "[1e300, 2e300]", DisplayName = "numbers beyond decimal")]
    [DataRow("""{"pattern": "^\\p{Uppercase_Letter}$"}""", "\"Ä\"")]
    [DataRow("""{"prefixItems": [{"type": "string"}], "items": {"type": "integer"}}""", "[\"a\", 1]")]
    [DataRow("""{"if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}""", """{"c": 1}""")]
    [DataRow("""{"allOf": [{"properties": {"a": {"type": "integer"}}}], "unevaluatedProperties": false}""", """{"a": 1}""")]
    [DataRow("""{"format": "email"}""", "\"nobody\"", DisplayName = "a format that says something to people only")]
    [DataRow("""{"x-note": 1, "example": 2}""", "null", DisplayName = "what says something to people only")]
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
    [DataRow(
        """{"type": "string", "format": "date-time"}""",
        "\"2024-02-29T10:00:00\"",
        "$",
        DisplayName = "a time without an offset (RFC 3339, 5.6)"
    )]
    [DataRow("""{"type": "string", "format": "uuid"}""", "\"{0193e6c8-7b2a-7c11-9f39-2b8f6d3a4c55}\"", "$")]
    [DataRow("""{"$ref": "#/components/schemas/Case"}""", """{"id": 1, "parent": {"id": "2"}}""", "$.parent.id")]
    [DataRow("""{"$ref": "#/components/schemas/Case"}""", """{"id": 1, "colour": 2}""", "$.colour")]
    [DataRow("false", "1", "$")]
    [DataRow("""{"maxLength": 1}""", "\"e\u0301\"", "$")]
    [DataRow("""{"enum": [1, 2]}""", "1e300", "$")]
    [DataRow("""{"multipleOf": 7}""", "1e1000000", "$")]
    [DataRow("""{"prefixItems": [true], "items": {"items": {"type": "integer"}}}""", "[0, [1], [1, 2, \"c\"]]", "$[2][2]")]
    [DataRow("""{"items": {"type": "integer"}}""", "[1, 1, \"a\", 1]", "$[2]")]
    [DataRow("""{"patternProperties": {"^a": {"type": "integer"}}}""", """{"ab": "1"}""", "$.ab")]
    [DataRow("""{"patternProperties": {"^\\p{L}$": true}, "additionalProperties": false}""", """{"é": 1, "e1": 2}""", "$.e1")]
    [DataRow("""{"properties": {"a/b~c": {"type": "integer"}}}""", """{"a/b~c": "1"}""", "$.a/b~c")]
    [DataRow("""{"if": {"required": ["a"]}, "then": {"required": ["b"]}}""", """{"a": 1}""", "$.b")]
    [DataRow("""{"allOf": [{"properties": {"a": {"type": "integer"}}}], "unevaluatedProperties": false}""", """{"a": 1, "b": 2}""", "$.b")]
    [DataRow(
        """{"allOf": [{"properties": {"a": {"type": "integer"}, "b": true}}], "unevaluatedProperties": false}""",
        """{"a": "1", "b": 2}""",
        "$.a"
    )]
    [DataRow("""{"propertyNames": {"maxLength": 1}}""", """{"ab": 1}""", "$.ab")]
    [DataRow("""{"contains": {"type": "integer"}}""", "[\"a\"]", "$")]
    [DataRow("""{"dependentRequired": {"a": ["b"]}}""", """{"a": 1}""", "$")]
    [DataRow("""{"dependentSchemas": {"a": {"required": ["b"]}}}""", """{"a": 1}""", "$.b")]
    [DataRow(
        """{"type": "string", "format": "date-time"}""",
        "\"2024-02-29 10:00:00Z\"",
        "$",
        DisplayName = "a blank for the T (RFC 3339, 5.6)"
    )]
    [DataRow("""{"type": "string", "format": "date-time"}""", "\"2024-02-29T10:00:00Z\\n\"", "$")]
    [DataRow("""{"type": "string", "format": "byte"}""", "\"a\"", "$")]
    [DataRow("""{"format": "int32"}""", "2147483648", "$")]
    [DataRow("""{"format": "int64"}""", "9223372036854775808", "$")]
    [DataRow("""{"minLenght": 1}""", "\"\"", "schema", DisplayName = "a keyword that nobody knows")]
    [DataRow(
        """{"$schema": "https://json-schema.org/draft/2020-12/schema", "format": "uuid"}""",
        "\"a\"",
        "$",
        DisplayName = "a format asserts, whatever $schema says"
    )]
    [DataRow("""{"$schema": "https://spec.openapis.org/oas/3.1/dialect/base", "format": "uuid"}""", "\"a\"", "$")]
    public void A_value_that_does_not_fit_is_named_by_its_path(string schema, string value, string path) =>
        Assert.AreEqual(path, _validator.Validate(Parse(schema), Parse(value)).Single().Path);

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}
