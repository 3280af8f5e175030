using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The parts of an operation that a caller fills in.</summary>
internal static class OperationParts
{
    /// <summary>Where parameters are.</summary>
    public static readonly IReadOnlyList<string> Places = ["path", "query", "header", "cookie"];

    private static readonly ConditionalWeakTable<ApiOperation, object> Schemas = [];

    /// <summary>The parameters of a place.</summary>
    public static IEnumerable<JsonElement> ParametersIn(this ApiOperation operation, string place) =>
        operation.Definition.TryGetProperty("parameters", out var parameters)
            ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == place)
            : [];

    /// <summary>The media types of the body, and what the document says of each; none when the operation takes no body.</summary>
    public static IEnumerable<JsonProperty> Bodies(this ApiOperation operation) =>
        operation.Definition.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").EnumerateObject() : [];

    /// <summary>The one of them that is generated.</summary>
    public static JsonProperty? Body(this ApiOperation operation) => operation.Bodies().Cast<JsonProperty?>().FirstOrDefault();

    public static bool IsRequired(JsonElement part) =>
        part.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True;

    /// <summary>Whether a parameter may be a list outside of a path. An empty one is not there, so that nobody can tell whether it was sent.</summary>
    public static bool IsList(this ApiOperation operation, JsonElement parameter) =>
        !parameter.GetProperty("in").ValueEquals("path")
        && !parameter.TryGetProperty("content", out _)
        && PossibleTypes.Of(operation.Document, parameter.GetProperty("schema")).Contains("array");

    public static bool TakesJson(this ApiOperation operation) =>
        operation.Body() is { } body && MediaTypes.IsJson(MediaTypes.Sendable(body.Name));

    /// <summary>Whether its body is a list of fields, each with a text.</summary>
    public static bool TakesForm(this ApiOperation operation) => operation.Body() is { Name: MediaTypes.Multipart or MediaTypes.Form };

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
    /// The schema of all that an operation is called with, as one object: <c>path</c>, <c>query</c>, and <c>header</c>, <c>cookie</c> and <c>body</c>
    /// where it has such. So one generator, one validator and one shrinker do for all.
    /// </summary>
    public static JsonElement InputSchema(this ApiOperation operation) => (JsonElement)Schemas.GetValue(operation, MakeInputSchema);

    private static object MakeInputSchema(ApiOperation operation)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var place in Places.Where(place => place is "path" or "query" || operation.ParametersIn(place).Any()))
        {
            properties[place] = ObjectOf(operation, operation.ParametersIn(place));
            required.Add(place);
        }

        if (operation.Body() is { } body)
        {
            properties["body"] = DeepJson.Node(body.Value.GetProperty("schema"));
            if (IsRequired(operation.Definition.GetProperty("requestBody")))
            {
                required.Add("body");
            }
        }

        return DeepJson.Element(
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = properties,
                ["required"] = required,
            }
        );
    }

    private static JsonObject ObjectOf(ApiOperation operation, IEnumerable<JsonElement> parameters)
    {
        var (properties, required) = (new JsonObject(), new JsonArray());
        foreach (var parameter in parameters)
        {
            var (name, schema) = (parameter.GetProperty("name").GetString()!, DeepJson.Node(parameter.GetProperty("schema")));
            if (schema is JsonObject rules && parameter.TryGetProperty("example", out var example))
            {
                rules["examples"] = new JsonArray(DeepJson.Node(example));
            }

            properties[name] = schema;
            if (IsRequired(parameter) && !operation.IsList(parameter))
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
