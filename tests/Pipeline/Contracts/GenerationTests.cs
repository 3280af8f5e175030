using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Checks;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace Pipeline.Contracts;

/// <summary>What is generated obeys all of a schema; what can't be made says so for its operation only.</summary>
[TestClass]
public sealed class GenerationTests
{
    private const int Seeds = 20;

    [TestMethod]
    [DataRow("""{"minimum": -79228162514264337593543950335}""")]
    [DataRow("""{"maximum": 79228162514264337593543950335}""")]
    public void Beyond_a_bound_at_the_end_of_what_a_decimal_holds_there_is_nothing(string schema) =>
        Assert.IsEmpty(Bounds.OfNumber(JsonSerializer.Deserialize<JsonElement>(schema), JsonSerializer.Deserialize<JsonElement>("1")));

    [TestMethod]
    [DataRow(
        """{"allOf": [{"type": "object", "required": ["a"], "properties": {"a": {"type": "integer", "minimum": 3}}}, {"properties": {"a": {"maximum": 5}}, "required": ["b"]}]}"""
    )]
    [DataRow(
        """{"allOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "object", "required": ["age"], "properties": {"age": {"type": "integer"}}}]}"""
    )]
    [DataRow("""{"$ref": "#/components/schemas/Word", "maxLength": 3}""")]
    [DataRow("""{"type": "integer", "multipleOf": 7, "minimum": 100, "maximum": 110}""")]
    [DataRow("""{"type": "number", "multipleOf": 0.01, "exclusiveMinimum": 0, "maximum": 0.05}""")]
    [DataRow("""{"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1e-6}""")]
    [DataRow("""{"type": "number", "minimum": 1e300}""")]
    [DataRow("""{"type": "number", "multipleOf": 1e-8}""")]
    [DataRow("""{"type": "integer", "minimum": 9007199254740993}""")]
    [DataRow("""{"type": "integer", "exclusiveMaximum": -3000000000}""")]
    [DataRow("""{"type": "integer", "format": "int64", "minimum": 4000000000}""")]
    [DataRow("""{"type": "array", "minItems": 4, "uniqueItems": true, "items": {"enum": [1, 2, 3, 4]}}""")]
    [DataRow("""{"type": "array", "minItems": 2, "uniqueItems": true, "items": {"type": "boolean"}}""")]
    [DataRow("""{"type": "array", "contains": {"const": 7}, "minContains": 2, "items": {"type": "integer"}}""")]
    [DataRow("""{"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false, "minItems": 2}""")]
    [DataRow(
        """{"type": "object", "properties": {"card": {"type": "string"}, "code": {"type": "integer"}}, "dependentRequired": {"card": ["code", "holder"]}}"""
    )]
    [DataRow(
        """{"type": "object", "properties": {"card": {"type": "string"}}, "dependentSchemas": {"card": {"required": ["code"], "properties": {"code": {"type": "integer"}}}}}"""
    )]
    [DataRow(
        """{"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["a", "b"]}}, "if": {"properties": {"kind": {"const": "a"}}}, "then": {"required": ["x"], "properties": {"x": {"type": "integer"}}}, "else": {"required": ["y"]}}"""
    )]
    [DataRow(
        """{"type": "object", "minProperties": 3, "propertyNames": {"pattern": "^[a-c]{2}$"}, "additionalProperties": {"type": "integer"}}"""
    )]
    [DataRow(
        """{"type": "object", "patternProperties": {"^x-[a-z]+$": {"type": "integer"}}, "additionalProperties": false, "minProperties": 1}"""
    )]
    [DataRow(
        """{"type": "object", "minProperties": 2, "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}, "c": {"type": "integer"}}, "additionalProperties": false, "maxProperties": 2}"""
    )]
    [DataRow(
        """{"type": "object", "unevaluatedProperties": false, "allOf": [{"properties": {"a": {"type": "string"}}}], "required": ["a"]}"""
    )]
    [DataRow(
        """{"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}], "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"}}}"""
    )]
    [DataRow(
        """{"type": "object", "required": ["kind"], "anyOf": [{"properties": {"kind": {"enum": ["circle"]}}}, {"properties": {"kind": {"enum": ["square"]}}}]}"""
    )]
    [DataRow("""{"oneOf": [{"type": "integer"}, {"type": "number", "multipleOf": 0.5}]}""")]
    [DataRow("""{"not": {"type": "string"}, "type": ["string", "integer"]}""")]
    [DataRow("""{"type": "integer", "not": {"multipleOf": 2}}""")]
    [DataRow("""{"type": "string", "pattern": "^(\\+49|0)[1-9]\\d{1,14}$"}""")]
    [DataRow("""{"type": "string", "pattern": "^(?!000)\\d{3}-[A-Z]{2}$"}""")]
    [DataRow("""{"type": "string", "pattern": "^[a-z]+$", "minLength": 30, "maxLength": 40}""")]
    [DataRow("""{"type": "string", "allOf": [{"pattern": "^[a-z]"}, {"pattern": "[0-9]$"}]}""")]
    [DataRow("""{"type": "string", "format": "email", "maxLength": 30}""")]
    [DataRow("""{"type": "string", "format": "byte", "minLength": 8, "maxLength": 8}""")]
    [DataRow("""{"type": "string", "minLength": 3, "maxLength": 3}""")]
    [DataRow("""{"$ref": "#/components/schemas/Node"}""")]
    [DataRow("""{"$ref": "#/components/schemas/Tree"}""")]
    [DataRow("""{"$ref": "#/components/schemas/Wide"}""")]
    [DataRow("""{"enum": [1, "two", null, [3]], "not": {"const": 1}}""")]
    [DataRow("{}")]
    [DataRow("true")]
    public void What_is_made_is_valid_whatever_the_seed(string schema)
    {
        var operation = Operation(schema);
        Assert.IsEmpty(ContractChecks.LeftOut(operation.Document), string.Join('\n', ContractChecks.LeftOut(operation.Document)));
        for (var seed = 1ul; seed <= Seeds; seed++)
        {
            foreach (var input in InputSource.Of(operation, seed).Valid)
            {
                Assert.AreEqual("", string.Join('\n', operation.Document.Breaches(operation.InputSchema(), input)), input.ToJsonString());
            }
        }
    }

    [TestMethod]
    [DataRow("""{"$ref": "#/components/schemas/Endless"}""", "without end")]
    [DataRow(
        """{"type": "object", "required": ["n"], "properties": {"n": {"type": "array", "minItems": 1, "items": {"$ref": "#/components/schemas/Endless"}}}}""",
        "without end"
    )]
    [DataRow("""{"type": "integer", "minimum": 5, "maximum": 4}""", "no valid input")]
    [DataRow("false", "no valid input")]
    [DataRow("""{"type": "array", "minItems": 3, "uniqueItems": true, "items": {"type": "boolean"}}""", "no valid input")]
    [DataRow("""{"type": "string", "pattern": "(?=a)b"}""", "no text comes to mind for the pattern (?=a)b")]
    [DataRow("""{"allOf": [{"$ref": "#/components/schemas/Itself"}]}""", "refers to itself")]
    [DataRow("""{"type": "string", "minLenght": 1}""", "minLenght")]
    public void What_can_not_be_made_leaves_its_operation_out_with_the_reason(string schema, string reason)
    {
        var (operation, why) = ContractChecks.LeftOut(Operation(schema).Document).Single();
        Assert.AreEqual("POST /a", operation);
        Assert.Contains(reason, why);
    }

    private static ApiOperation Operation(string schema) =>
        ApiDocument
            .Parse(
                """
                {"openapi": "3.1.0", "paths": {"/a": {"post": {"requestBody": {"required": true, "content": {"application/json": {"schema": SCHEMA}}}}}},
                 "components": {"schemas": {
                   "Pet": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}}},
                   "Word": {"type": "string", "minLength": 2, "pattern": "^[a-z]+$"},
                   "Cat": {"type": "object", "required": ["kind", "lives"], "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}}, "additionalProperties": false},
                   "Dog": {"type": "object", "required": ["kind", "bark"], "properties": {"kind": {"type": "string"}, "bark": {"type": "boolean"}}, "additionalProperties": false},
                   "Node": {"type": "object", "required": ["v", "next"], "properties": {"v": {"type": "integer"}, "next": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Node"}]}}},
                   "Tree": {"type": "object", "required": ["children"], "properties": {"children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}}},
                   "Wide": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Wide"}, "b": {"$ref": "#/components/schemas/Wide"}, "c": {"$ref": "#/components/schemas/Wide"}, "d": {"$ref": "#/components/schemas/Wide"}, "e": {"$ref": "#/components/schemas/Wide"}, "f": {"$ref": "#/components/schemas/Wide"}}},
                   "Endless": {"type": "object", "required": ["n"], "properties": {"n": {"$ref": "#/components/schemas/Endless"}}},
                   "Itself": {"anyOf": [{"$ref": "#/components/schemas/Itself"}, {"type": "string"}]}
                 }}}
                """.Replace("SCHEMA", schema)
            )
            .Operations.Single();
}
