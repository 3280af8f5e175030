using System.Text;
using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Matrix;

namespace Pipeline.Contracts;

/// <summary>Which keywords of a contract are to be proved, and what proves them.</summary>
[TestClass]
public sealed class KeywordRulesTests
{
    private static readonly ApiDocument s_contract = ApiDocument.Parse(
        """
        {"paths": {"/orders/{id}": {"put": {
          "parameters": [
            {"name": "id", "in": "path", "required": true, "schema": {"type": "string", "format": "uuid"}},
            {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 9, "format": "int32"}}
          ],
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
          "responses": {"200": {}}
         }}},
         "components": {"schemas": {"Order": {
          "type": "object", "required": ["title"], "additionalProperties": false,
          "properties": {
            "title": {"type": "string", "minLength": 1, "maxLength": 3, "pattern": "\\S"},
            "kind": {"type": "string", "enum": ["a", "b"]},
            "lines": {"type": ["array", "null"], "maxItems": 2, "items": {"type": "string", "format": "binary"}},
            "notes": {"type": "object", "additionalProperties": {"type": "string"}},
            "payer": {"oneOf": [{"type": "null"}, {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}]},
            "part": {"$ref": "#/components/schemas/Order"}
          }}}}
        }
        """
    );

    private static readonly ApiOperation s_change = s_contract.Operations.Single();

    [TestMethod]
    public void Every_keyword_is_a_rule_but_for_what_another_one_says_already() =>
        Assert.AreEqual(
            """
            body required
            query.limit type
            query.limit minimum
            query.limit maximum
            body type
            body.title required
            body additionalProperties
            body.title type
            body.title maxLength
            body.title pattern
            body.kind enum
            body.lines type
            body.lines maxItems
            body.lines[*] type
            body.notes type
            body.notes.* type
            body.payer.name required
            body.payer.name type
            body.payer type
            """,
            string.Join('\n', KeywordRules.Of(s_contract, s_change).All)
        );

    [TestMethod]
    [DataRow("""{"title": "abcd"}""", "body.title maxLength")]
    [DataRow("""{"title": " "}""", "body.title pattern")]
    [DataRow("""{"kind": "a"}""", "body.title required")]
    [DataRow("""{"title": "a", "kind": "c"}""", "body.kind enum")]
    [DataRow("""{"title": "a", "colour": 1}""", "body additionalProperties")]
    [DataRow("""{"title": "a", "lines": ["", "", ""]}""", "body.lines maxItems")]
    [DataRow("""{"title": "a", "lines": ["", 1]}""", "body.lines[*] type")]
    [DataRow("""{"title": "a", "notes": {"any": null}}""", "body.notes.* type")]
    [DataRow("""{"title": "a", "payer": {}}""", "body.payer.name required")]
    [DataRow("""{"title": "a", "payer": 1}""", "body.payer type")]
    [DataRow("[]", "body type")]
    public async Task A_refused_request_proves_the_rule_that_it_breaks(string body, string rule) =>
        Assert.AreEqual(rule, (await BrokenByAsync(body))?.ToString());

    [TestMethod]
    [DataRow("?limit=10", "query.limit maximum")]
    [DataRow("?limit=x", "query.limit type")]
    public async Task A_query_proves_its_rules_too(string query, string rule) =>
        Assert.AreEqual(rule, (await BrokenByAsync("""{"title": "a"}""", query))?.ToString());

    [TestMethod]
    [DataRow("""{"title": "abcd", "kind": "c"}""", "", DisplayName = "two places")]
    [DataRow("""{"title": "    "}""", "", DisplayName = "two keywords of one place")]
    [DataRow("""{"title": "a"}""", "", DisplayName = "none")]
    [DataRow("""{"title": "abcd"}""", "?limit=10", DisplayName = "body and query")]
    [DataRow("""{"title": """, "", DisplayName = "malformed JSON")]
    public async Task A_refused_request_that_breaks_none_or_several_rules_proves_nothing(string body, string query) =>
        Assert.IsNull(await BrokenByAsync(body, query));

    [TestMethod]
    public async Task An_accepted_request_proves_the_rules_that_it_keeps_and_says_something_of()
    {
        var kept = string.Join(
            '\n',
            KeywordRules.Of(s_contract, s_change).KeptBy((await ReadAsync("""{"title": "a", "payer": null}""", "")).GetValueOrDefault())
        );

        Assert.AreEqual(
            "body required\nbody type\nbody.title required\nbody additionalProperties\nbody.title type\nbody.title maxLength\nbody.title pattern\nbody.payer type",
            kept
        );
    }

    [TestMethod]
    public async Task A_body_of_another_media_type_proves_nothing() =>
        Assert.IsNull(await ReadAsync("""{"title": "abcd"}""", "", "text/plain"));

    private static async Task<KeywordRule?> BrokenByAsync(string body, string query = "") =>
        await ReadAsync(body, query) is { } input ? KeywordRules.Of(s_contract, s_change).BrokenAloneBy(input) : null;

    private static async Task<JsonElement?> ReadAsync(string body, string query, string mediaType = "application/json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"http://orders/orders/{Guid.NewGuid()}{query}")
        {
            Content = new StringContent(body, Encoding.UTF8, mediaType),
        };
        return await RequestInput.ReadAsync(s_change, request);
    }
}
