using System.Net;
using System.Text;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>What an exchange is held against.</summary>
[TestClass]
public sealed class ExchangeTests
{
    private const string Order = """{"id": 7}""";

    private static readonly ApiDocument s_contract = ApiDocument.Parse(
        """
        {"paths": {"/orders": {
          "get": {
            "parameters": [{"name": "limit", "in": "query", "schema": {"type": ["integer", "null"], "maximum": 200}}],
            "responses": {"200": {"headers": {"X-Total-Count": {"required": true, "schema": {"type": "integer", "minimum": 0}}}, "content": {"application/json": {"schema": {"type": "array"}}}}}
          },
          "post": {
            "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
            "responses": {
              "201": {"headers": {"Location": {"required": true, "schema": {"type": "string", "format": "uri-reference"}}}, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Order"}}}},
              "400": {"content": {"application/problem+json": {"schema": {"type": "object"}}}}
            }
          }
         }},
         "components": {"schemas": {"Order": {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}}, "additionalProperties": false}}}
        }
        """
    );

    [TestMethod]
    public void An_exchange_that_keeps_the_contract_has_no_breach()
    {
        Assert.IsEmpty(Post(Order, 201, Order, location: "/orders/7"));
        Assert.IsEmpty(Post("""{"id": "seven"}""", 400, "{}", mediaType: "application/problem+json"));
        Assert.IsEmpty(Get("?limit=200", total: "12"));
        Assert.IsEmpty(Get("", total: "0"));
    }

    [TestMethod]
    public void A_status_that_is_not_documented_is_a_breach() =>
        AssertBreach("status: expected one of 201, 400, found 200", Post(Order, 200, Order));

    [TestMethod]
    public void A_header_that_is_missing_is_a_breach() =>
        AssertBreach("header Location: expected a value, found nothing", Post(Order, 201, Order));

    [TestMethod]
    [DataRow("twelve", "integer")]
    [DataRow("-1", "≥ 0")]
    public void A_header_that_is_not_of_its_schema_is_a_breach(string total, string expected) =>
        AssertBreach($"header X-Total-Count: expected {expected}", Get("", total));

    [TestMethod]
    [DataRow("""{"id": 7, "colour": 1}""", "$.colour: expected nothing, found 1")]
    [DataRow("{}", "$.id: expected a value, found nothing")]
    [DataRow("""{"id": "7"}""", "$.id: expected integer, found \"7\"")]
    [DataRow("{", "body: expected JSON")]
    public void A_body_that_is_not_of_its_schema_is_a_breach_with_its_path(string body, string expected) =>
        AssertBreach(expected, Post(Order, 201, body, location: "/orders/7"));

    [TestMethod]
    public void A_media_type_that_is_not_documented_is_a_breach() =>
        AssertBreach(
            "header Content-Type: expected application/json, found text/html",
            Post(Order, 201, Order, location: "/orders/7", mediaType: "text/html")
        );

    [TestMethod]
    public void A_bad_body_that_is_accepted_is_a_breach() =>
        AssertBreach("accepted a request whose $.id", Post("""{"id": "seven"}""", 201, Order, location: "/orders/7"));

    [TestMethod]
    public void A_missing_body_that_is_accepted_is_a_breach()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://orders/orders");
        AssertBreach(
            "accepted a request whose body: expected a value, found nothing",
            Check(request, null, 201, Order, "application/json", ("Location", "/orders/7"))
        );
    }

    [TestMethod]
    public void The_line_that_repeats_a_request_has_no_credentials()
    {
        var contract = ApiDocument.Parse(
            """
            {"openapi": "3.1.0", "paths": {}, "components": {"securitySchemes": {
              "a": {"type": "apiKey", "in": "header", "name": "X-Key"}, "b": {"type": "apiKey", "in": "query", "name": "key"}}}}
            """
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://orders/o'clock?key=hidden1&limit=2");
        request.Headers.Add("X-Key", "hidden2");
        request.Headers.Add("Cookie", "session=hidden3");
        request.Headers.Authorization = new("Bearer", "hidden4");
        Assert.AreEqual(
            @"curl -i -X GET 'http://orders/o'\''clock?key=***&limit=2' -H 'X-Key: ***' -H 'Cookie: ***' -H 'Authorization: ***'",
            Curl.Of(contract, request, null)
        );
    }

    [TestMethod]
    public void A_bad_parameter_that_is_accepted_is_a_breach() =>
        AssertBreach("accepted a request whose query limit: expected ≤ 200, found 201", Get("?limit=201", total: "12"));

    [TestMethod]
    public void A_405_that_does_not_name_all_methods_of_the_path_is_a_breach()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "http://orders/orders");
        using var response = new HttpResponseMessage(HttpStatusCode.MethodNotAllowed)
        {
            Content = new ByteArrayContent([]) { Headers = { Allow = { "GET" } } },
        };
        var breaches = new List<Breach>();
        HeaderRules.CheckAllow(s_contract, request, response, breaches);

        AssertBreach("header Allow: expected GET, POST, found GET", breaches);
    }

    private static List<Breach> Post(
        string sent,
        int status,
        string answered,
        string? location = null,
        string mediaType = "application/json"
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "http://orders/orders")
        {
            Content = new StringContent(sent, Encoding.UTF8, "application/json"),
        };
        return Check(request, Encoding.UTF8.GetBytes(sent), status, answered, mediaType, ("Location", location));
    }

    private static List<Breach> Get(string query, string total)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://orders/orders" + query);
        return Check(request, null, 200, "[]", "application/json", ("X-Total-Count", total));
    }

    private static List<Breach> Check(
        HttpRequestMessage request,
        byte[]? sent,
        int status,
        string answered,
        string mediaType,
        (string Name, string? Value) header
    )
    {
        using var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(answered, Encoding.UTF8, mediaType),
        };
        if (header.Value is not null)
        {
            response.Headers.Add(header.Name, header.Value);
        }

        var operation = s_contract.Find(request.Method.Method, "/orders")!;
        return new Exchange(s_contract, operation, sent, request, response).Check(Encoding.UTF8.GetBytes(answered));
    }

    private static void AssertBreach(string expected, List<Breach> breaches) => Assert.StartsWith(expected, string.Join('\n', breaches));
}
