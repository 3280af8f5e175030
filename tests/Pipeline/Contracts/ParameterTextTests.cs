using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts;

/// <summary>How parameters are written in a request, and read from it: the examples of OpenAPI 3.1, 4.8.12.4, and what it leaves to a media type.</summary>
[TestClass]
public sealed class ParameterTextTests
{
    private const string Text = """{"type": "string"}""";
    private const string Number = """{"type": "integer"}""";
    private const string List = """{"type": "array", "items": {"type": "string"}}""";
    private const string Numbers = """{"type": "array", "items": {"type": "integer"}}""";
    private const string Colour = """{"type": "object", "properties": {"R": {"type": "integer"}, "G": {"type": "integer"}}}""";

    [TestMethod]
    [DataRow("query", "", Text, "\"a b/c\"", "/x?p=a%20b%2Fc")]
    [DataRow("query", "", Numbers, "[1,2]", "/x?p=1&p=2")]
    [DataRow("query", "\"explode\": false", List, """["blue","black"]""", "/x?p=blue,black")]
    [DataRow("query", "\"style\": \"spaceDelimited\"", List, """["blue","black"]""", "/x?p=blue%20black")]
    [DataRow("query", "\"style\": \"pipeDelimited\"", List, """["blue","black"]""", "/x?p=blue%7Cblack")]
    [DataRow("query", "", Colour, """{"R":100,"G":200}""", "/x?R=100&G=200")]
    [DataRow("query", "\"explode\": false", Colour, """{"R":100,"G":200}""", "/x?p=R,100,G,200")]
    [DataRow("query", "\"style\": \"deepObject\"", Colour, """{"R":100,"G":200}""", "/x?p[R]=100&p[G]=200")]
    [DataRow("query", "\"content\": {\"application/json\": {}}", Colour, """{"R":100}""", "/x?p=%7B%22R%22%3A100%7D")]
    [DataRow("path", "", Number, "7", "/x/7")]
    [DataRow("path", "", List, """["blue","black"]""", "/x/blue,black")]
    [DataRow("path", "", Colour, """{"R":100,"G":200}""", "/x/R,100,G,200")]
    [DataRow("path", "\"explode\": true", Colour, """{"R":100,"G":200}""", "/x/R=100,G=200")]
    [DataRow("path", "\"style\": \"label\"", Text, "\"blue\"", "/x/.blue")]
    [DataRow("path", "\"style\": \"label\", \"explode\": true", List, """["blue","black"]""", "/x/.blue.black")]
    [DataRow("path", "\"style\": \"matrix\"", Number, "7", "/x/;p=7")]
    [DataRow("path", "\"style\": \"matrix\"", List, """["blue","black"]""", "/x/;p=blue,black")]
    [DataRow("path", "\"style\": \"matrix\", \"explode\": true", List, """["blue","black"]""", "/x/;p=blue;p=black")]
    [DataRow("path", "\"style\": \"matrix\", \"explode\": true", Colour, """{"R":100,"G":200}""", "/x/;R=100;G=200")]
    public void A_value_is_written_into_the_address_and_read_from_it(
        string place,
        string style,
        string schema,
        string value,
        string address
    )
    {
        var (operation, input) = Call(place, style, schema, value);
        Assert.AreEqual(address, RequestWriter.PathOf(operation, input));
        AssertRead(operation, input, place, value);
    }

    [TestMethod]
    [DataRow("header", "", Text, "\"blue\"", "p", "blue")]
    [DataRow("header", "", Numbers, "[1,2]", "p", "1,2")]
    [DataRow("header", "", Colour, """{"R":100,"G":200}""", "p", "R,100,G,200")]
    [DataRow("header", "\"explode\": true", Colour, """{"R":100,"G":200}""", "p", "R=100,G=200")]
    [DataRow("cookie", "", Number, "7", "Cookie", "p=7")]
    [DataRow("cookie", "\"explode\": false", List, """["blue","black"]""", "Cookie", "p=blue%2Cblack")]
    public void A_value_is_written_into_a_header_and_read_from_it(
        string place,
        string style,
        string schema,
        string value,
        string header,
        string text
    )
    {
        var (operation, input) = Call(place, style, schema, value);
        using var request = RequestWriter.RequestOf(operation, input);
        Assert.AreEqual(text, string.Join("; ", request.Headers.GetValues(header)));
        AssertRead(operation, input, place, value);
    }

    [TestMethod]
    [DataRow("""{"type": ["integer", "string"]}""", "7", "7")]
    [DataRow("""{"type": ["integer", "string"]}""", "seven", "\"seven\"")]
    [DataRow("""{"anyOf": [{"type": "integer"}, {"type": "null"}]}""", "7", "7")]
    [DataRow("""{"type": "number"}""", "1e400", "1e400")]
    [DataRow("""{"type": "string"}""", "7", "\"7\"")]
    [DataRow("""{"type": "boolean"}""", "true", "true")]
    [DataRow("{}", "7", "\"7\"")]
    public void A_text_is_what_its_schema_says(string schema, string text, string value) =>
        Assert.AreEqual(
            value,
            TextValue.Read(Call("query", "", schema, "1").Operation.Document, JsonDocument.Parse(schema).RootElement, text)!.ToJsonString()
        );

    [TestMethod]
    [DataRow("application/x-www-form-urlencoded", "a=x+y&n=7&l=1&l=2")]
    public async Task A_form_is_written_by_its_members(string type, string text)
    {
        var operation = Form(type);
        var input = JsonNode.Parse("""{"path": {}, "query": {}, "body": {"a": "x y", "n": 7, "l": [1, 2]}}""")!.AsObject();
        using var content = RequestWriter.ContentOf(operation, input)!;
        Assert.AreEqual((text, type), (await content.ReadAsStringAsync(), content.Headers.ContentType!.MediaType));
        Assert.IsTrue(JsonNode.DeepEquals(input, Arrival.Of(operation, input)));
    }

    [TestMethod]
    public async Task A_form_of_parts_has_each_member_as_one_and_objects_in_JSON()
    {
        var input = JsonNode
            .Parse("""{"path": {}, "query": {}, "body": {"a": "x", "l": [1, 2], "o": {"k": true}, "f": "AAAA"}}""")!
            .AsObject();
        var form = (MultipartFormDataContent)RequestWriter.ContentOf(Form("multipart/form-data"), input)!;
        var parts = new List<string>();
        foreach (var part in form)
        {
            parts.Add(
                $"{part.Headers.ContentDisposition!.Name} {part.Headers.ContentType!.MediaType} {(await part.ReadAsByteArrayAsync()).Length}"
            );
        }

        Assert.AreEqual(
            "a text/plain 1; l text/plain 1; l text/plain 1; o application/json 10; f application/octet-stream 3",
            string.Join("; ", parts)
        );
    }

    private static ApiOperation Form(string type) =>
        ApiDocument
            .Parse(
                """
                {"openapi": "3.1.0", "paths": {"/x": {"post": {"requestBody": {"content": {"TYPE": {"schema": {"type": "object", "properties": {
                  "a": {"type": "string"}, "n": {"type": "integer"}, "l": {"type": "array", "items": {"type": "integer"}},
                  "o": {"type": "object"}, "f": {"type": "string", "format": "binary"}}}}}}, "responses": {"200": {}}}}}}
                """.Replace("TYPE", type)
            )
            .Operations.Single();

    private static void AssertRead(ApiOperation operation, JsonObject input, string place, string value) =>
        Assert.AreEqual(value, Arrival.Of(operation, input)![place]!["p"]!.ToJsonString());

    private static (ApiOperation Operation, JsonObject Input) Call(string place, string style, string schema, string value)
    {
        var path = place == "path" ? "/x/{p}" : "/x";
        var document = ApiDocument.Parse(
            $$"""
            {"openapi": "3.1.0", "paths": {"{{path}}": {"get": {"parameters": [
              {"name": "p", "in": "{{place}}", "schema": {{schema}} {{(style.Length > 0 ? ", " + style : "")}} }],
              "responses": {"200": {} } } } } }
            """
        );
        var input = new JsonObject { ["path"] = new JsonObject(), ["query"] = new JsonObject() };
        input[place] = new JsonObject { ["p"] = JsonNode.Parse(value) };
        return (document.Operations.Single(), input);
    }
}
