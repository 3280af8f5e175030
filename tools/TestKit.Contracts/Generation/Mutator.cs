using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Breaks valid inputs, each at one place.</summary>
internal sealed class Mutator(ApiOperation operation)
{
    private readonly ApiDocument _document = operation.Document;
    private readonly bool _isForm = operation.TakesForm();

    private const string Unknown = "unknown_member";

    /// <summary>Every way to break an input; each result breaks its schema at one place, and only there.</summary>
    public IEnumerable<JsonObject> Break(JsonElement schema, JsonObject input, Mutation mutation) =>
        from place in Places.Of(_document, schema, JsonSerializer.SerializeToElement(input)).DistinctBy(place => place.Name)
        // What stands in the path is left alone: another path is another thing, and a 404.
        where place.Path is not ["path", ..]
        from changed in Replacements(place, mutation)
        let broken = Arrival.Of(operation, place.Put(input, changed))
        where broken is not null && _document.Breaches(schema, broken).DistinctBy(breach => breach.Path).Count() is 1
        select broken;

    private IEnumerable<JsonNode?> Replacements(Place place, Mutation mutation) =>
        mutation switch
        {
            Mutation.OutOfBounds => Beyond(place),
            Mutation.Missing => Without(place),
            _ when place.Path.Length == 0 => [],
            // A query and a form hold texts: nothing there is null or an object.
            Mutation.WrongType when IsText(place) => place.Value.ValueKind is JsonValueKind.String or JsonValueKind.Object
                ? []
                : ["x", "1.5"],
            _ when IsText(place) => [],
            Mutation.WrongType => OtherTypes.Where(other =>
                place.Value.ValueKind is var kind && (kind != other.GetValueKind() || kind == JsonValueKind.Number)
            ),
            Mutation.Null => [null],
            _ => place.Node() is JsonObject known ? [With(known, Unknown, 1)] : [],
        };

    private IEnumerable<JsonNode?> Beyond(Place place) =>
        place.Value.ValueKind switch
        {
            JsonValueKind.Array => new ListBounds(_document).Of(place.Schema, place.Value),
            JsonValueKind.Number => Bounds.OfNumber(place.Schema, place.Value),
            JsonValueKind.String => Bounds.OfText(place.Schema, place.Value.GetString()!),
            _ => [],
        };

    private static JsonNode[] OtherTypes => [1.5, 7, "x", true, new JsonObject(), new JsonArray()];

    private bool IsText(Place place) => place.Path is ["query" or "header" or "cookie", ..] || (_isForm && place.Path is ["body", ..]);

    private static IEnumerable<JsonNode?> Without(Place place) =>
        place.Node() is JsonObject known && place.Schema.TryGetProperty("required", out var required)
            ? required
                .EnumerateArray()
                .Select(name => name.GetString()!)
                .Where(name => !(place.Path.Length == 0 && OperationParts.Places.Contains(name)))
                .Select(name => Without(known, name))
            : [];

    private static JsonObject Without(JsonObject known, string name)
    {
        var copy = known.DeepClone().AsObject();
        copy.Remove(name);
        return copy;
    }

    private static JsonObject With(JsonObject known, string name, JsonNode value)
    {
        var copy = known.DeepClone().AsObject();
        copy[name] = value;
        return copy;
    }
}
