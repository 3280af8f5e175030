using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Goes through what a document says, and leaves out the values that it only shows.</summary>
internal static class DocumentWalk
{
    // What these hold has names of its author's.
    private static readonly string[] s_maps =
    [
        "properties",
        "patternProperties",
        "$defs",
        "dependentSchemas",
        "schemas",
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "links",
        "callbacks",
        "securitySchemes",
        "pathItems",
        "paths",
        "content",
        "encoding",
    ];

    private static readonly string[] s_values = ["example", "default", "enum", "const", "value"];

    /// <summary>Every object, each before those within it.</summary>
    public static IEnumerable<JsonObject> Objects(JsonNode? node) => Objects(node, areNames: false);

    /// <param name="areNames">Whether the members' names are those of parameters, members or schemas, and no keywords.</param>
    private static IEnumerable<JsonObject> Objects(JsonNode? node, bool areNames)
    {
        IEnumerable<(JsonNode? Node, bool AreNames)> parts = node switch
        {
            JsonArray items => items.Select(item => (item, false)),
            JsonObject members => members
                .Where(member => areNames || !IsValue(member.Key, member.Value))
                .Select(member => (member.Value, !areNames && s_maps.Contains(member.Key))),
            _ => [],
        };
        var within = parts.ToList().SelectMany(part => Objects(part.Node, part.AreNames));
        return node is JsonObject known && !areNames ? within.Prepend(known) : within;
    }

    // Examples of a schema are a list; those of a media type have names, and may be references.
    private static bool IsValue(string keyword, JsonNode? value) =>
        s_values.Contains(keyword) || (keyword == "examples" && value is JsonArray);
}
