using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Generation;
using IntegrationSuite.TestKit.Contracts.Matrix;

namespace Pipeline.Contracts.Checks;

/// <summary>The generator finds an input for every keyword that breaks it and nothing else.</summary>
[TestClass]
public sealed class BrokenInputTests
{
    private static readonly ApiDocument s_contract = ApiDocument.Parse(
        """
        {"paths": {"/orders": {"post": {
          "parameters": [
            {"name": "ids", "in": "query", "required": true, "schema": {"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "integer"}}},
            {"name": "X-Tenant", "in": "header", "required": true, "schema": {"type": "string", "minLength": 2, "maxLength": 9}},
            {"name": "session", "in": "cookie", "schema": {"type": "integer"}},
            {"name": "offset", "in": "query", "required": true, "schema": {"type": "integer", "minimum": 0, "format": "int32"}}],
          "requestBody": {"required": true, "content": {"application/json": {"schema": {
            "type": "object", "required": ["kind", "ids"], "additionalProperties": false,
            "properties": {
              "kind": {"const": "order"},
              "ids": {"type": "array", "uniqueItems": true, "minItems": 2, "maxItems": 40, "items": {"type": "string", "format": "uuid"}},
              "code": {"type": "string", "minLength": 3, "maxLength": 5, "pattern": "^[a-z]+$"},
              "title": {"type": ["string", "null"], "maxLength": 7},
              "day": {"type": "string", "format": "date"},
              "total": {"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 100},
              "size": {"type": "string", "enum": ["s", "m"]},
              "payer": {"oneOf": [{"type": "null"}, {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}}}]},
              "share": {"type": "number", "multipleOf": 0.25},
              "base": {"allOf": [{"type": "object", "required": ["name"]}, {"properties": {"name": {"type": "string", "minLength": 2}}}]},
              "notes": {"type": "object", "additionalProperties": {"type": "string"}}
            }}}}},
          "responses": {"201": {}}
         }}}}
        """
    );

    public static IEnumerable<object[]> Seeds => Enumerable.Range(1, 20).Select(seed => new object[] { (ulong)seed });

    [TestMethod]
    [DynamicData(nameof(Seeds))]
    public void Every_keyword_is_broken_alone_by_some_input_whatever_the_seed(ulong seed)
    {
        var operation = s_contract.Operations.Single();
        var rules = KeywordRules.Of(s_contract, operation);
        var source = InputSource.Of(operation, seed);
        var broken = Enum.GetValues<Mutation>()
            .SelectMany(source.Broken)
            .Select(input => rules.BrokenAloneBy(JsonSerializer.SerializeToElement(input)))
            .ToHashSet();

        Assert.AreEqual("", string.Join('\n', rules.All.Where(rule => !broken.Contains(rule))));
    }
}
