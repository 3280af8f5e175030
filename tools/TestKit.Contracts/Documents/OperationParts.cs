using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The parts of an operation that a caller fills in.</summary>
internal static class OperationParts
{
    private static readonly ConditionalWeakTable<ApiOperation, object> Schemas = [];

    /// <summary>The parameters of a place: <c>path</c> or <c>query</c>.</summary>
    public static IEnumerable<JsonElement> ParametersIn(this ApiOperation operation, string place) =>
        operation.Definition.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place)
            : [];

    /// <summary>The media type of the body, and what the document says of it; null when the operation takes none.</summary>
    public static JsonProperty? Body(this ApiOperation operation) =>
        operation.Definition.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").EnumerateObject().Cast<JsonProperty?>().FirstOrDefault()
            : null;

    /// <summary>Whether a parameter is one value. How a list or an object is written is not read here (OpenAPI 3.1, 4.8.12.3).</summary>
    public static bool IsScalar(JsonElement parameter) =>
        !parameter.TryGetProperty("schema", out var schema) || TypeRules.Of(schema).All(type => type is not ("array" or "object"));

    public static bool IsRequired(JsonElement parameter) =>
        parameter.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True;

    public static bool TakesJson(this ApiOperation operation) => operation.Body()?.Name.EndsWith("json", StringComparison.Ordinal) == true;

    public static bool TakesForm(this ApiOperation operation) => operation.Body() is { Name: "multipart/form-data" };

    public static bool Creates(this ApiOperation operation) => operation.Method == "POST" && operation.Statuses.Contains(201);

    /// <summary>The operation of the same document with another method, or path.</summary>
    public static ApiOperation? Operation(this ApiDocument document, string method, string path) =>
        document.Operations.FirstOrDefault(operation => operation.Method == method && operation.Path == path);

    /// <summary>The operation that reads one of the things that this one creates: <c>GET {path}/{id}</c>.</summary>
    public static ApiOperation? ItemOf(this ApiDocument document, ApiOperation collection) =>
        document.Operations.FirstOrDefault(operation =>
            operation.Method == "GET"
            && operation.Path.Split('/') is [.. var parent, ['{', .., '}']]
            && string.Join('/', parent) == collection.Path
        );

    /// <summary>
    /// The schema of all that an operation is called with, as one object: <c>path</c>, <c>query</c> and <c>body</c>.
    /// So one generator, one validator and one shrinker do for all three.
    /// </summary>
    /// <remarks>A list or an object in the query that may be left out is.</remarks>
    public static JsonElement InputSchema(this ApiOperation operation) => (JsonElement)Schemas.GetValue(operation, MakeInputSchema);

    private static object MakeInputSchema(ApiOperation operation)
    {
        var properties = new JsonObject
        {
            ["path"] = ObjectOf(operation.ParametersIn("path")),
            ["query"] = ObjectOf(operation.ParametersIn("query").Where(IsScalar)),
        };
        var required = new JsonArray("path", "query");
        if (operation.Body() is { } body)
        {
            properties["body"] = JsonObject.Create(body.Value.GetProperty("schema"));
            required.Add("body");
        }

        return JsonSerializer.SerializeToElement(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = required,
            }
        );
    }

    private static JsonObject ObjectOf(IEnumerable<JsonElement> parameters)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var parameter in parameters)
        {
            var (name, schema) = (parameter.GetProperty("name").GetString()!, JsonObject.Create(parameter.GetProperty("schema"))!);
            if (parameter.TryGetProperty("example", out var example))
            {
                schema["examples"] = new JsonArray(JsonNode.Parse(example.GetRawText()));
            }

            properties[name] = schema;
            if (parameter.TryGetProperty("required", out var isRequired) && isRequired.GetBoolean())
            {
                required.Add(name);
            }
        }

        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = required,
        };
    }
}
