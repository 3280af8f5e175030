using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Drift;

namespace Pipeline.Contracts.Drift;

[TestClass]
public sealed class ContractComparisonTests
{
    private const string Before = """
        {
          "info": {"title": "orders"},
          "paths": {
            "/orders": {
              "get": {
                "parameters": [{"in": "query", "name": "limit", "schema": {"type": "integer", "maximum": 200}}],
                "responses": {"200": {"headers": {"X-Total-Count": {"schema": {"type": "integer"}}}, "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}}}}}
              },
              "post": {
                "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/NewOrder"}}}},
                "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}}, "409": {}}
              }
            }
          },
          "components": {"schemas": {
            "NewOrder": {"type": "object", "required": ["what"], "properties": {"what": {"type": "string", "minLength": 1, "maxLength": 20}, "size": {"enum": ["small", "large"]}}, "additionalProperties": false},
            "Order": {"type": "object", "required": ["id", "state"], "properties": {"id": {"type": "string", "format": "uuid"}, "state": {"enum": ["open", "done"]}, "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Order"}}}}
          }}
        }
        """;

    [TestMethod]
    public void A_contract_does_not_differ_from_itself() => Assert.IsEmpty(Changes(Before));

    [TestMethod]
    [DataRow("\"post\":", "\"put\":", "POST /orders: removed", DisplayName = "an operation is gone")]
    [DataRow(", \"409\": {}", "", "POST /orders 409: removed", DisplayName = "a status is gone")]
    [DataRow(
        "{\"X-Total-Count\": {\"schema\": {\"type\": \"integer\"}}}",
        "{}",
        "GET /orders 200 header X-Total-Count: removed",
        DisplayName = "a header is gone"
    )]
    [DataRow(
        "\"201\": {\"content\": {\"application/json\"",
        "\"201\": {\"content\": {\"text/json\"",
        "POST /orders 201 application/json: removed",
        DisplayName = "a media type is gone"
    )]
    [DataRow("\"limit\"", "\"count\"", "GET /orders parameter query limit: removed", DisplayName = "a parameter is gone")]
    [DataRow(
        "\"name\": \"limit\",",
        "\"name\": \"limit\", \"required\": true,",
        "GET /orders parameter query limit: now required",
        DisplayName = "a parameter is required"
    )]
    [DataRow(
        "\"maximum\": 200",
        "\"maximum\": 100",
        "GET /orders parameter query limit $: maximum: 200 became 100",
        DisplayName = "a parameter's bound is tighter"
    )]
    [DataRow(
        "[\"what\"], \"properties\": {",
        "[\"what\", \"who\"], \"properties\": {\"who\": {}, ",
        "POST /orders request application/json $.who: new, and required",
        DisplayName = "a request needs a new member"
    )]
    [DataRow(
        "[\"what\"]",
        "[\"what\", \"size\"]",
        "POST /orders request application/json $.size: now required",
        DisplayName = "a request needs what was optional"
    )]
    [DataRow(
        "\"maxLength\": 20",
        "\"maxLength\": 10",
        "POST /orders request application/json $.what: maxLength: 20 became 10",
        DisplayName = "a request's bound is tighter"
    )]
    [DataRow(
        "\"minLength\": 1, ",
        "\"minLength\": 2, ",
        "POST /orders request application/json $.what: minLength: 1 became 2",
        DisplayName = "a request's lower bound is higher"
    )]
    [DataRow(
        "[\"small\", \"large\"]",
        "[\"small\"]",
        "POST /orders request application/json $.size: enum: no longer \"large\"",
        DisplayName = "a request's enum is narrower"
    )]
    [DataRow(
        ", \"size\": {\"enum\": [\"small\", \"large\"]}",
        "",
        "POST /orders request application/json $.size: removed",
        DisplayName = "a request takes a member no more"
    )]
    [DataRow(
        "[\"id\", \"state\"]",
        "[\"id\"]",
        "POST /orders 201 application/json $.state: no longer required",
        DisplayName = "an answer may lack a member"
    )]
    [DataRow(
        "\"state\": {\"enum\": [\"open\", \"done\"]}",
        "\"status\": {}",
        "POST /orders 201 application/json $.state: removed",
        DisplayName = "an answer lacks a member"
    )]
    [DataRow(
        "\"id\": {\"type\": \"string\"",
        "\"id\": {\"type\": \"integer\"",
        "POST /orders 201 application/json $.id: type: no longer \"string\"; now also \"integer\"",
        DisplayName = "an answer's member has another type"
    )]
    [DataRow(
        "\"id\": {\"type\": \"string\"",
        "\"id\": {\"type\": [\"string\", \"null\"]",
        "POST /orders 201 application/json $.id: type: now also \"null\"",
        DisplayName = "an answer's member may be null"
    )]
    [DataRow(
        "[\"open\", \"done\"]",
        "[\"open\", \"done\", \"lost\"]",
        "POST /orders 201 application/json $.state: enum: now also \"lost\"",
        DisplayName = "an answer's enum is wider"
    )]
    public void A_change_that_breaks_clients_is_named(string old, string now, string change) =>
        Assert.Contains(
            change,
            Changes(Before.Replace(old, now, StringComparison.Ordinal))
                .Where(each => each.Breaks)
                .Select(each => $"{each.Where}: {each.What}")
        );

    [TestMethod]
    [DataRow("\"post\":", "\"put\": {\"responses\": {}}, \"post\":", "PUT /orders: new", DisplayName = "an operation is new")]
    [DataRow("\"409\": {}", "\"409\": {}, \"404\": {}", "POST /orders 404: new", DisplayName = "a status is new")]
    [DataRow(
        "\"maximum\": 200",
        "\"maximum\": 500",
        "GET /orders parameter query limit $: maximum: 200 became 500",
        DisplayName = "a parameter's bound is wider"
    )]
    [DataRow(
        "[\"small\", \"large\"]",
        "[\"small\", \"large\", \"huge\"]",
        "POST /orders request application/json $.size: enum: now also \"huge\"",
        DisplayName = "a request's enum is wider"
    )]
    [DataRow(
        "\"size\": {",
        "\"colour\": {}, \"size\": {",
        "POST /orders request application/json $.colour: new",
        DisplayName = "a request takes a new member that it does not need"
    )]
    [DataRow(
        "\"state\": {",
        "\"colour\": {}, \"state\": {",
        "POST /orders 201 application/json $.colour: new",
        DisplayName = "an answer has a new member"
    )]
    [DataRow(
        "\"title\": \"orders\"",
        "\"title\": \"Orders\"",
        "/info/title: differs in a way that no request or answer shows",
        DisplayName = "a word differs"
    )]
    public void A_change_that_clients_survive_is_named_as_such(string old, string now, string change)
    {
        var changes = Changes(Before.Replace(old, now, StringComparison.Ordinal));

        Assert.Contains(change, changes.Select(each => $"{each.Where}: {each.What}"));
        Assert.IsFalse(changes.Any(each => each.Breaks), string.Join('\n', changes));
    }

    [TestMethod]
    public void A_change_is_named_for_every_operation_that_shows_it()
    {
        var changes = Changes(Before.Replace("\"uuid\"", "\"uri\"", StringComparison.Ordinal));

        CollectionAssert.AreEquivalent(
            (string[])["GET /orders 200 application/json $[].id", "POST /orders 201 application/json $.id"],
            changes.Select(each => each.Where).ToArray()
        );
    }

    private static IReadOnlyList<ContractChange> Changes(string after) =>
        new ContractComparison(ApiDocument.Parse(Before), ApiDocument.Parse(after)).Changes();
}
