using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Checks;
using IntegrationSuite.TestKit.Contracts.Generation;
using IntegrationSuite.TestKit.Contracts.Matrix;

namespace Pipeline.Contracts;

/// <summary>Where the references of a contract lead.</summary>
[TestClass]
public sealed class SchemaReferenceTests
{
    private const string Schemas = """
        {
          "Node": {"type": "object", "required": ["v"], "properties": {"v": {"type": "integer"}, "next": {"oneOf": [{"type": "null"}, {"$ref": "#/components/schemas/Node"}]}}, "additionalProperties": false},
          "Day": {"$anchor": "day", "type": "string", "format": "date"},
          "Money": {"$id": "https://example.com/money", "type": "object", "properties": {"cents": {"$ref": "#/$defs/whole"}}, "$defs": {"whole": {"type": "integer"}}},
          "Tree": {"$id": "https://example.com/tree", "$dynamicAnchor": "node", "properties": {"children": {"items": {"$dynamicRef": "#node"}}}},
          "StrictTree": {"$id": "https://example.com/strict-tree", "$dynamicAnchor": "node", "$ref": "tree", "unevaluatedProperties": false},
          "Loose": {"properties": {"other": {"$ref": "#/components/schemas/Nowhere"}}},
          "Odd": {"type": "strnig"},
          "Loop": {"$ref": "#/components/schemas/Loop"}
        }
        """;

    private static readonly ApiDocument s_contract = ApiDocument.Parse(
        """
        {"paths": {"/orders": {"post": {
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Nowhere"}}}},
          "responses": {"201": {}}
         }}},
         "components": {"schemas":
        """
            + Schemas
            + "}}"
    );

    [TestMethod]
    [DataRow("#/components/schemas/Node", """{"v": 1, "next": {"v": 2, "next": null}}""", DisplayName = "a schema within itself")]
    [DataRow("#day", "\"2024-02-29\"", DisplayName = "$anchor")]
    [DataRow("https://example.com/money", """{"cents": 1}""", DisplayName = "$id")]
    [DataRow("https://example.com/tree", """{"children": [{"colour": 1}]}""", DisplayName = "$dynamicRef that nobody extends")]
    [DataRow("#/components/schemas/Node/properties/v", "1", DisplayName = "a part of a schema")]
    public void A_value_fits_wherever_the_reference_leads(string reference, string value) =>
        Assert.AreEqual("", string.Join('\n', Validate(reference, value)));

    [TestMethod]
    [DataRow(
        "#/components/schemas/Node",
        """{"v": 1, "next": {"v": 2, "next": {"v": "3"}}}""",
        "$.next.next.v: expected integer, found \"3\""
    )]
    [DataRow("#day", "\"2023-02-29\"", "$: expected format date, found \"2023-02-29\"")]
    [DataRow("https://example.com/money", """{"cents": 0.5}""", "$.cents: expected integer, found 0.5")]
    [DataRow("https://example.com/strict-tree", """{"children": [{"colour": 1}]}""", "$.children[0].colour: expected nothing, found 1")]
    public void A_value_that_does_not_fit_is_told_wherever_the_reference_leads(string reference, string value, string breach) =>
        Assert.AreEqual(breach, string.Join('\n', Validate(reference, value)));

    [TestMethod]
    [DataRow("#/components/schemas/Nowhere", "schema: expected a schema at #/components/schemas/Nowhere, found nothing")]
    [DataRow("#/components/schemas/Loose", "schema: expected a schema at #/components/schemas/Nowhere, found nothing")]
    [DataRow("#nowhere", "schema: expected a schema at #nowhere, found nothing")]
    [DataRow("common.json#/Order", "schema: expected a schema at common.json#/Order, found nothing")]
    [DataRow("http://localhost:1/never-fetched.json", "schema: expected a schema at http://localhost:1/never-fetched.json, found nothing")]
    [DataRow(
        "#/components/schemas/Odd",
        "schema: expected keywords of JSON Schema 2020-12 (docs/contracts.md), found Odd: 'strnig' is not a valid JSON Schema value type"
    )]
    [DataRow(
        "#/components/schemas/Loop",
        "schema: expected JSON Schema 2020-12, found Cycle detected starting with a reference to '#/components/schemas/Loop'"
    )]
    public void A_schema_that_cannot_be_used_is_a_breach_of_every_value(string reference, string breach) =>
        Assert.AreEqual(breach, string.Join('\n', Validate(reference, "{}")));

    [TestMethod]
    public void A_schema_that_cannot_be_used_is_no_breach_where_it_is_not_used() =>
        Assert.IsEmpty(s_contract.Validator.Validate(Parse("""{"type": "object"}"""), Parse("{}")));

    [TestMethod]
    public void An_operation_whose_reference_leads_nowhere_is_walked_and_tried_without_an_end_to_the_process()
    {
        var operation = s_contract.Operations.Single();

        Assert.IsNotEmpty(KeywordRules.Of(s_contract, operation).All);
        Assert.StartsWith("its schema can't be used: ", operation.WhyNot());
        Assert.AreEqual(
            "schema: expected a schema at #/components/schemas/Nowhere, found nothing",
            s_contract.Validator.Validate(operation.InputSchema(), Parse("{}")).Single().ToString()
        );
    }

    [TestMethod]
    public async Task A_check_of_an_operation_whose_reference_leads_nowhere_names_service_operation_and_reference()
    {
        using var client = new HttpClient();
        var service = new ApiService("orders", s_contract, client);

        var failure = await ContractChecks.FailureAsync(
            [service],
            "orders",
            "POST /orders",
            ContractChecks.Promises.First(),
            1,
            CancellationToken.None
        );

        Assert.AreEqual(
            "orders: POST /orders can't be checked, as its input has no schema to go by: schema: expected a schema at #/components/schemas/Nowhere, found nothing",
            failure
        );
    }

    [TestMethod]
    public void Schemas_are_read_and_used_by_many_threads_at_once() =>
        Parallel.For(
            0,
            500,
            i =>
            {
                var schema = Parse($$"""{"maxProperties": {{i + 2}}, "$ref": "https://example.com/strict-tree"}""");
                Assert.AreEqual(
                    "$.children[0].colour",
                    s_contract.Validator.Validate(schema, Parse("""{"children": [{"colour": 1}]}""")).Single().Path
                );
            }
        );

    private static IReadOnlyList<Breach> Validate(string reference, string value) =>
        s_contract.Validator.Validate(Parse($$"""{"$ref": "{{reference}}"}"""), Parse(value));

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}
