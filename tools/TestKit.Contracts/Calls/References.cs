using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>Puts ids of real things where a body names them. What was broken on purpose stays broken.</summary>
internal sealed class References(Resources resources, ApiService service, ApiOperation operation)
{
    /// <summary>In a schema: the collection that an id is of, where the member's name does not tell.</summary>
    public const string Extension = "x-resource";

    public async Task BindAsync(JsonObject input)
    {
        if (input["body"] is not JsonObject body || operation.Body() is not { } media)
        {
            return;
        }

        var schema = service.Document.Resolve(media.Value.GetProperty("schema"));
        foreach (var name in body.Select(member => member.Key).Where(name => Naming.IsReference(name) && body[name] is not null).ToList())
        {
            if (await resources.ReferredAsync(service, Collection(schema, name)) is { } id)
            {
                new Input(service.Document, operation).Put(input, "body", name, body[name] is JsonArray ? new JsonArray(id) : id);
            }
        }
    }

    private static string Collection(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties)
        && properties.TryGetProperty(name, out var member)
        && member.TryGetProperty(Extension, out var collection)
            ? collection.GetString()!
            : name;
}
