using System.Text.Json;
using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Checks;

namespace Pipeline.Contracts;

/// <summary>Where the parts of a document are, and for which side they hold.</summary>
[TestClass]
public sealed class DocumentPartsTests
{
    private const string WithinNullable =
        """{"nullable": true, "allOf": [{"properties": {"x": {"type": "string", "nullable": true}, "n": {"type": "integer", "minimum": 0, "exclusiveMinimum": true}}}]}""";

    private static readonly Uri s_home = new("file:///contracts/shop.json");

    [TestMethod]
    [DataRow("""[{"url": "/api/v1"}]""", "/api/v1/things")]
    [DataRow("""[{"url": "v1/"}]""", "/v1/things")]
    [DataRow("""[{"url": "https://shop.example/v1"}, {"url": "http://localhost:5000/v2"}]""", "/v2/things")]
    [DataRow("""[{"url": "https://shop.example/v1"}]""", "/v1/things")]
    [DataRow("""[{"url": "http://127.0.0.1:61430/"}]""", "/things")]
    [DataRow(
        """[{"url": "https://{host}/{base}", "variables": {"host": {"default": "a.example"}, "base": {"default": "v3"}}}]""",
        "/v3/things"
    )]
    [DataRow("[]", "/things")]
    public void A_path_begins_with_that_of_its_server(string servers, string path)
    {
        var document = Parse("""{"/things": {"get": {"responses": {"200": {}}}}}""", $"\"servers\": {servers}");
        Assert.AreEqual(path, document.Operations.Single().Path);
        Assert.IsNotNull(document.Find("GET", path));
        Assert.IsNotNull(document.Find("GET", "/things"), "a gateway may take it away");
    }

    [TestMethod]
    public void An_operations_own_servers_win()
    {
        var document = Parse(
            """{"/things": {"servers": [{"url": "/b"}], "get": {"servers": [{"url": "/c"}]}, "post": {}}}""",
            "\"servers\": [{\"url\": \"/a\"}]"
        );
        CollectionAssert.AreEquivalent(new[] { "GET /c/things", "POST /b/things" }, document.Operations.Select(each => $"{each}").ToList());
    }

    [TestMethod]
    public async Task What_stands_in_other_files_is_brought_in()
    {
        var files = new Dictionary<string, string>
        {
            ["/contracts/paths.yaml"] =
                "things:\n  post:\n    requestBody: { $ref: 'common/bodies.json#/Thing' }\n    responses: { '200': { $ref: '#/ok' } }\nok: { description: ok }\n",
            ["/contracts/common/bodies.json"] =
                """{"Thing": {"required": true, "content": {"application/json": {"schema": {"$ref": "schemas.json#/$defs/Thing"}}}}}""",
            ["/contracts/common/schemas.json"] =
                """{"$defs": {"Thing": {"type": "object", "required": ["next"], "properties": {"next": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/Thing"}]}}}}}""",
        };
        var document = await ApiDocument.ReadAsync(
            """{"openapi": "3.1.0", "paths": {"/things": {"$ref": "paths.yaml#/things"}}}""",
            s_home,
            file => Task.FromResult(files.GetValueOrDefault(file.AbsolutePath))
        );
        var body = document.Operations.Single().InputSchema().GetProperty("properties").GetProperty("body");
        Assert.IsEmpty(ContractChecks.LeftOut(document));
        Assert.IsEmpty(document.Validator.Validate(body, Json("""{"next": {"next": null}}""")));
        Assert.AreEqual(
            "$.next.next: expected a match of anyOf, found 1",
            $"{document.Validator.Validate(body, Json("""{"next": {"next": 1}}""")).Single()}"
        );
    }

    [TestMethod]
    [DataRow("""{"/a": {"get": {"parameters": [{"$ref": "gone.json#/P"}]}}, "/b": {"get": {}}}""", "GET /a", "gone.json#/P")]
    [DataRow(
        """{"/a": {"get": {"responses": {"200": {"$ref": "#/components/responses/Gone"}}}}, "/b": {"get": {}}}""",
        "GET /a",
        "#/components/responses/Gone"
    )]
    [DataRow("""{"/a": {"$ref": "gone.yaml"}, "/b": {"get": {}}}""", "* /a", "gone.yaml")]
    [DataRow(
        """{"/a": {"post": {"requestBody": {"content": {"application/xml": {"schema": {}}}}}}, "/b": {"get": {}}}""",
        "POST /a",
        "application/xml"
    )]
    public void What_can_not_be_had_leaves_its_operation_out_and_no_other(string paths, string operation, string construct)
    {
        var document = Parse(paths);
        var (left, why) = ContractChecks.LeftOut(document).Single();
        Assert.AreEqual(operation, left);
        Assert.Contains(construct, why);
        Assert.IsNotNull(
            document.Find(operation == "* /a" ? "PATCH" : operation.Split(' ')[0], "/a")!.Response(418),
            "and nothing is held against it"
        );
        CollectionAssert.AreEqual(new[] { "GET /b" }, ContractChecks.Of(document).Select(each => each.Operation).Distinct().ToList());
    }

    [TestMethod]
    [DataRow("""{"name": "a", "password": "p"}""", true, DisplayName = "without what only the service sends")]
    [DataRow("""{"name": "a"}""", false, DisplayName = "without what only the caller sends")]
    public void A_request_has_what_the_caller_sends(string body, bool isValid)
    {
        var operation = Users().Operations.Single();
        var schema = operation.InputSchema().GetProperty("properties").GetProperty("body");
        Assert.AreEqual(isValid, operation.Document.Validator.Validate(schema, Json(body)).Count == 0);
    }

    [TestMethod]
    [DataRow("""{"id": 1, "name": "a"}""", "")]
    [DataRow("""{"name": "a"}""", "$.id: expected a value, found nothing")]
    [DataRow("""{"id": 1, "name": "a", "password": "p"}""", "$.password: expected nothing, found \"p\"")]
    public void An_answer_has_what_the_service_sends_and_no_secret(string body, string breach)
    {
        var document = Users();
        var schema = document
            .Operations.Single()
            .Response(200)!
            .Value.GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema");
        Assert.AreEqual(breach, string.Join('\n', document.AnswerValidator.Validate(schema, Json(body))));
    }

    [TestMethod]
    [DataRow("""{"type": "string", "nullable": true}""", "null", true)]
    [DataRow("""{"type": "string", "nullable": false}""", "null", false)]
    [DataRow("""{"allOf": [{"$ref": "#/components/schemas/S"}], "nullable": true}""", "null", true)]
    [DataRow("""{"allOf": [{"$ref": "#/components/schemas/S"}]}""", "null", false)]
    [DataRow("""{"$ref": "#/components/schemas/S", "nullable": true}""", "null", false, DisplayName = "beside $ref nothing counts")]
    [DataRow("""{"type": "integer", "minimum": 0, "exclusiveMinimum": true}""", "0", false)]
    [DataRow("""{"type": "integer", "minimum": 0, "exclusiveMinimum": false}""", "0", true)]
    [DataRow(
        """{"type": "object", "properties": {"nullable": {"type": "boolean"}}}""",
        """{"nullable": 1}""",
        false,
        DisplayName = "a member of that name"
    )]
    [DataRow("""{"type": "string", "example": {"$ref": "no reference", "nullable": true}}""", "\"a\"", true)]
    [DataRow(WithinNullable, """{"x": null, "n": 1}""", true, DisplayName = "within one that may be null: null")]
    [DataRow(WithinNullable, """{"n": 0}""", false, DisplayName = "within one that may be null: a bound")]
    public void A_schema_of_3_0_says_what_it_said(string schema, string value, bool isValid)
    {
        var document = ApiDocument.Parse(
            """{"openapi": "3.0.3", "info": {}, "paths": {}, "components": {"schemas": {"S": {"type": "string"}, "T": SCHEMA}}}""".Replace(
                "SCHEMA",
                schema
            )
        );
        Assert.AreEqual(isValid, document.Validator.Validate(Json("""{"$ref": "#/components/schemas/T"}"""), Json(value)).Count == 0);
    }

    [TestMethod]
    public async Task A_schema_of_3_0_in_another_file_says_what_it_said()
    {
        var document = await ApiDocument.ReadAsync(
            """{"openapi": "3.0.3", "paths": {}, "components": {"schemas": {"T": {"$ref": "t.json"}}}}""",
            s_home,
            _ => Task.FromResult<string?>("""{"type": "object", "properties": {"x": {"type": "string", "nullable": true}}}""")
        );
        Assert.IsEmpty(document.Validator.Validate(Json("""{"$ref": "#/components/schemas/T"}"""), Json("""{"x": null}""")));
    }

    [TestMethod]
    public void What_only_the_service_sends_is_not_asked_of_a_caller_when_it_may_be_null()
    {
        var document = ApiDocument.Parse(
            """
            {"openapi": "3.0.3", "info": {}, "paths": {}, "components": {"schemas": {"S": {"type": "string"},
              "T": {"type": "object", "required": ["s"], "properties": {"s": {"allOf": [{"$ref": "#/components/schemas/S"}], "nullable": true, "readOnly": true}}}}}}
            """
        );
        var schema = Json("""{"$ref": "#/components/schemas/T"}""");
        Assert.IsEmpty(document.Validator.Validate(schema, Json("{}")));
        Assert.IsNotEmpty(document.AnswerValidator.Validate(schema, Json("{}")));
    }

    [TestMethod]
    public void A_schema_of_3_0_in_the_default_response_says_what_it_said()
    {
        var document = ApiDocument.Parse(
            """
            {"openapi": "3.0.3", "info": {}, "paths": {"/a": {"get": {"responses": {"default": {"content": {"application/json": {"schema":
              {"type": "string", "nullable": true}}}}}}}}}
            """
        );
        var response = document.Operations.Single().Response(200)!.Value;
        var schema = response.GetProperty("content").GetProperty("application/json").GetProperty("schema");
        Assert.IsEmpty(document.AnswerValidator.Validate(schema, Json("null")));
    }

    [TestMethod]
    public void A_document_in_YAML_of_3_1_keeps_all_of_JSON_Schema()
    {
        var document = ApiDocument.Parse(
            """
            openapi: 3.1.0
            paths: {}
            components:
              schemas:
                T: { type: array, prefixItems: [{ const: "1" }], contains: { type: "null" }, if: { minItems: 3 }, then: false }
            """
        );
        bool Takes(string value) => document.Validator.Validate(Json("""{"$ref": "#/components/schemas/T"}"""), Json(value)).Count == 0;
        Assert.AreEqual(
            (true, false, false, false),
            (Takes("""["1", null]"""), Takes("""[1, null]"""), Takes("""["1", 2]"""), Takes("""["1", null, 2]"""))
        );
    }

    private static ApiDocument Users() =>
        ApiDocument.Parse(
            """
            {"openapi": "3.1.0", "paths": {"/users": {"post": {
              "requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}},
              "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}}}}}},
             "components": {"schemas": {"User": {"type": "object", "required": ["id", "name", "password"], "properties": {
               "id": {"type": "integer", "readOnly": true}, "name": {"type": "string"}, "password": {"type": "string", "writeOnly": true}}}}}}
            """
        );

    private static ApiDocument Parse(string paths, string? more = null) =>
        ApiDocument.Parse($$"""{"openapi": "3.1.0", {{(more is null ? "" : more + ",")}} "paths": {{paths}} }""");

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
