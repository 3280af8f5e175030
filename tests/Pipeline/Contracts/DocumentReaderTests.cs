using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>Documents of other versions and forms than ASP.NET Core writes.</summary>
[TestClass]
public sealed class DocumentReaderTests
{
    private const string Yaml = """
        openapi: 3.0.3
        info: { title: Shop, version: "1" }
        paths:
          /things/{id}:
            parameters:
              - $ref: '#/components/parameters/Id'
            get:
              responses:
                '200':
                  description: it
                  content:
                    application/json:
                      schema: { $ref: '#/components/schemas/Thing' }
                '404': { $ref: '#/components/responses/Gone' }
        components:
          parameters:
            Id: { name: id, in: path, required: true, schema: { type: integer, minimum: 0, exclusiveMinimum: true } }
          responses:
            Gone: { description: gone, headers: { X-Why: { required: true, schema: { type: string } } } }
          schemas:
            Thing:
              type: object
              required: [name, next]
              properties:
                name: { type: string, nullable: true }
                next: { type: array, nullable: true, items: { $ref: '#/components/schemas/Thing' } }
        """;

    private const string Json = """
        {"openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {"/a": {"get": {"responses": {"200": {"description": "ok",
          "content": {"application/json": {"schema": {"type": "object", "properties": {"name": {"type": "string", "nullable": true},
          "size": {"type": "integer", "minimum": 0, "exclusiveMinimum": true}}}}}}}}}}}
        """;

    [TestMethod]
    [DataRow("""{"name": null, "next": null}""", true)]
    [DataRow("""{"name": "tea", "next": [{"name": "ink", "next": null}]}""", true)]
    [DataRow("""{"name": 7, "next": null}""", false)]
    [DataRow("""{"name": "tea", "next": [{"name": "ink"}]}""", false)]
    public void A_document_of_3_0_in_YAML_says_what_a_body_must_be(string body, bool valid) =>
        Assert.AreEqual(valid, BreachesOf(ApiDocument.Parse(Yaml), "GET", "/things/1", body).Count == 0);

    [TestMethod]
    [DataRow("""{"name": null, "size": 1}""", true)]
    [DataRow("""{"size": 0}""", false)]
    [DataRow("""{"name": 1}""", false)]
    public void A_document_of_3_0_in_JSON_says_what_a_body_must_be(string body, bool valid) =>
        Assert.AreEqual(valid, BreachesOf(ApiDocument.Parse(Json), "GET", "/a", body).Count == 0);

    [TestMethod]
    public void A_parameter_of_the_path_that_stands_elsewhere_is_one_of_the_operation()
    {
        var parameter = ApiDocument.Parse(Yaml).Find("GET", "/things/1")!.ParametersIn("path").Single();
        Assert.AreEqual("id", parameter.GetProperty("name").GetString());
        Assert.AreEqual(0, parameter.GetProperty("schema").GetProperty("exclusiveMinimum").GetInt32());
    }

    [TestMethod]
    public void A_response_that_stands_elsewhere_is_one_of_the_operation()
    {
        var response = ApiDocument.Parse(Yaml).Find("GET", "/things/1")!.Response(404)!.Value;
        Assert.IsTrue(response.GetProperty("headers").GetProperty("X-Why").GetProperty("required").GetBoolean());
    }

    [TestMethod]
    [DataRow(200, "exact")]
    [DataRow(404, "range")]
    [DataRow(503, "default")]
    public void A_status_is_documented_by_itself_by_its_range_or_as_the_default(int status, string by)
    {
        var document = ApiDocument.Parse(
            Document(
                """
                "/a": {"get": {"responses": {"200": {"description": "exact"}, "4XX": {"description": "range"}, "default": {"description": "default"}}}}
                """
            )
        );
        Assert.AreEqual(by, document.Operations.Single().Response(status)!.Value.GetProperty("description").GetString());
    }

    [TestMethod]
    [DataRow("""{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "webhooks": {}}""", 0, DisplayName = "no paths")]
    [DataRow("""{"openapi": "3.1.0", "paths": {"/a": {"get": {}, "summary": "words", "x-own": [1]}}}""", 1, DisplayName = "no responses")]
    [DataRow(
        """{"openapi": "3.1.0", "paths": {"/a": {"$ref": "#/components/pathItems/A"}}, "components": {"pathItems": {"A": {"get": {"responses": {}}}}}}""",
        1,
        DisplayName = "a path item that stands elsewhere"
    )]
    public void What_a_document_may_lack_or_refer_to_is_read(string text, int operations) =>
        Assert.HasCount(operations, ApiDocument.Parse(text).Operations);

    [TestMethod]
    public void The_operations_own_parameter_wins_over_that_of_its_path()
    {
        var document = ApiDocument.Parse(
            Document(
                """
                "/a": {"parameters": [{"name": "n", "in": "query", "schema": {"type": "string"}}, {"name": "m", "in": "query"}],
                       "get": {"parameters": [{"name": "n", "in": "query", "content": {"text/plain": {"schema": {"type": "integer"}}}}]}}
                """
            )
        );
        var schemas = document.Operations.Single().ParametersIn("query").ToDictionary(each => $"{each.GetProperty("name")}", Schema);
        Assert.AreEqual(("{\"type\":\"integer\"}", "{}"), (schemas["n"], schemas["m"]));
    }

    [TestMethod]
    [DataRow("<html></html>")]
    [DataRow("[1]")]
    [DataRow("{")]
    [DataRow("swagger: 2")]
    public void What_is_no_document_is_said_to_be_none(string text) => Assert.Throws<JsonException>(() => ApiDocument.Parse(text));

    private static string Schema(JsonElement parameter) => JsonSerializer.Serialize(parameter.GetProperty("schema"));

    private static string Document(string paths) =>
        $$"""{"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": { {{paths}} } }""";

    private static List<Breach> BreachesOf(ApiDocument document, string method, string path, string body)
    {
        var response = document.Find(method, path)!.Response(200)!.Value;
        var schema = response.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        return [.. document.Validator.Validate(schema, JsonSerializer.Deserialize<JsonElement>(body))];
    }
}
