using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>Finds the keywords of an operation's query and body. What stands in the path is left out: another path is another thing, and a 404.</summary>
internal sealed class SchemaWalk(ApiDocument document, ApiOperation operation)
{
    // Schemas that all refer to each other have more places than anybody could go to.
    private const int MostRules = 3000;

    private readonly bool _isForm = operation.TakesForm();

    public IEnumerable<KeywordRule> Rules() => Within(operation.InputSchema(), "", []).Where(IsOfContract).Distinct().Take(MostRules);

    /// <summary>The whole and its query are the suite's own way to say it, but for what they require.</summary>
    private static bool IsOfContract(KeywordRule rule) =>
        !OperationParts.Places.Contains(rule.Place) && !rule.Place.StartsWith("path.", StringComparison.Ordinal) && rule.Place.Length > 0;

    /// <param name="references">Those that led here: a schema within itself has no rules that it has not already.</param>
    private IEnumerable<KeywordRule> Within(JsonElement schema, string place, string[] references)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var within = References(schema);
        if (within.Intersect(references).Any())
        {
            return [];
        }

        var whole = WholeSchema.Of(document, schema);
        string[] known = [.. references, .. within];
        return whole.ValueKind == JsonValueKind.Object
            ? Own(whole, place).Concat(OfParts(whole, place, known)).Concat(OfChildren(whole, place, known))
            : [];
    }

    /// <summary>What it refers to itself, and by its <c>allOf</c>.</summary>
    private static List<string> References(JsonElement schema) =>
        schema.ValueKind != JsonValueKind.Object
            ? []
            :
            [
                .. schema.TryGetProperty("$ref", out var reference) ? [reference.GetString()!] : Array.Empty<string>(),
                .. schema.TryGetProperty("allOf", out var parts) ? parts.EnumerateArray().SelectMany(References) : [],
            ];

    private IEnumerable<KeywordRule> OfChildren(JsonElement schema, string place, string[] references) =>
        Members(schema, "properties")
            .SelectMany(member => Within(member.Value, Place.NameOf(place, member.Name), references))
            .Concat(
                schema.TryGetProperty("additionalProperties", out var others)
                    ? Within(others, Place.NameOf(place, Place.FreeName), references)
                    : []
            )
            .Concat(schema.TryGetProperty("items", out var items) ? Within(items, place + Place.Item, references) : []);

    /// <summary>The rules of all parts, but for their types: the types of one are not asked of the others.</summary>
    private IEnumerable<KeywordRule> OfParts(JsonElement schema, string place, string[] references)
    {
        if (!schema.TryGetProperty("oneOf", out var parts) && !schema.TryGetProperty("anyOf", out parts))
        {
            return [];
        }

        var types = parts.EnumerateArray().Select(part => WholeSchema.Of(document, part)).SelectMany(TypeRules.Of).Distinct().ToArray();
        return parts
            .EnumerateArray()
            .SelectMany(part => Within(part, place, references))
            .Where(rule => rule.Place != place || rule.Keyword != "type")
            .Append(new KeywordRule(place, place, "type", OneKeyword.Schema("type", types)));
    }

    private IEnumerable<KeywordRule> Own(JsonElement schema, string place) =>
        from keyword in schema.EnumerateObject()
        where ImpliedKeywords.CanBeBroken(schema, keyword, IsText(place))
        from rule in Rules(schema, keyword, place)
        select rule;

    private static IEnumerable<KeywordRule> Rules(JsonElement schema, JsonProperty keyword, string place) =>
        keyword.Name switch
        {
            "required" => keyword
                .Value.EnumerateArray()
                .Select(name => new KeywordRule(
                    place,
                    Place.NameOf(place, name.GetString()!),
                    "required",
                    OneKeyword.Schema("required", new[] { name })
                )),
            "additionalProperties" => [new KeywordRule(place, place, keyword.Name, Closed(schema))],
            _ => [new KeywordRule(place, place, keyword.Name, OneKeyword.Schema(keyword.Name, keyword.Value))],
        };

    /// <summary>Which members there may be, and nothing about them.</summary>
    private static JsonElement Closed(JsonElement schema) =>
        JsonSerializer.SerializeToElement(
            new { properties = Members(schema, "properties").ToDictionary(member => member.Name, _ => true), additionalProperties = false }
        );

    private static IEnumerable<JsonProperty> Members(JsonElement schema, string keyword) =>
        schema.TryGetProperty(keyword, out var members) ? members.EnumerateObject() : [];

    private bool IsText(string place) => _isForm || OperationParts.Places.Any(part => place.StartsWith(part, StringComparison.Ordinal));
}
