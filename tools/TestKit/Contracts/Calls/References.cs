using System.Text.Json;
using System.Text.Json.Nodes;
using TestKit.Contracts.Generation;

namespace TestKit.Contracts.Calls;

/// <summary>Puts ids of real things where a body names them. What was broken on purpose stays broken.</summary>
internal sealed class References(Resources resources, ApiService service, ApiOperation operation)
{
    /// <summary>In a schema: the collection that an id is of, where the member's name does not tell.</summary>
    public const string Extension = "x-resource";

    public async Task BindAsync(JsonObject input)
    {
        var schema = operation.InputSchema();
        var broken = service.Document.Breaches(schema, input).Select(breach => breach.Path).ToList();
        if (input["body"] is JsonObject body)
        {
            await BindAsync(body, service.Document.Resolve(schema.GetProperty("properties").GetProperty("body")), "$.body", broken);
        }
    }

    private async Task BindAsync(JsonObject body, JsonElement schema, string path, List<string> broken)
    {
        foreach (var name in body.Select(member => member.Key).Where(name => Naming.IsReference(name) && body[name] is not null).ToList())
        {
            var isBroken = broken.Exists(each => each.StartsWith($"{path}.{name}", StringComparison.Ordinal));
            if (!isBroken && await resources.ReferredAsync(service, Collection(schema, name)) is { } id)
            {
                body[name] = body[name] is JsonArray ? new JsonArray(id) : id;
            }
        }
    }

    private static string Collection(JsonElement schema, string name) =>
        schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(name, out var member) && member.TryGetProperty(Extension, out var collection)
            ? collection.GetString()!
            : name;
}
