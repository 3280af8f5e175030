using System.Text.Json;
using Json.Pointer;
using Json.Schema;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Checks JSON values against the schemas of an OpenAPI 3.1 document, as JsonSchema.Net reads them.</summary>
internal sealed class SchemaValidator
{
    private const int LongestChain = 50;

    private static readonly JsonElement s_anything = JsonSerializer.SerializeToElement(new { });

    private readonly JsonElement _document;
    private readonly BuildOptions _options;
    private readonly Dictionary<string, BuiltSchema> _built = [];

    // To read a schema changes the library's registry, which a $dynamicRef looks into as it is followed.
    private readonly Lock _registry = new();

    /// <param name="document">The whole document, where <c>$ref</c> leads; none for schemas that refer to nothing.</param>
    /// <param name="assertsFormats">Whether a value must be of its <c>format</c>.</param>
    public SchemaValidator(JsonElement document, bool assertsFormats = true)
    {
        _document = document.ValueKind == JsonValueKind.Undefined ? s_anything : document;
        _options = SchemaDialect.Options(assertsFormats);
        _built[_document.GetRawText()] = new BuiltSchema(_document, _options, SchemaDialect.Home);
    }

    /// <summary>Every breach, with its JSON path.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement schema, JsonElement value) => Use(schema, built => built.Validate(value));

    /// <summary>The same of a body.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement schema, byte[] body)
    {
        try
        {
            return Validate(schema, DeepJson.Element(body));
        }
        catch (JsonException e)
        {
            return [new Breach("body", "JSON", e.Message)];
        }
    }

    /// <summary>What keeps a schema from being used.</summary>
    public IReadOnlyList<Breach> DefectsOf(JsonElement schema) => Use(schema, built => built.Defects);

    /// <summary>The schema that a schema refers to, or itself.</summary>
    public JsonElement Target(JsonElement schema)
    {
        for (var i = 0; i < LongestChain && schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var next); i++)
        {
            schema = Resolve(next.GetString()!);
        }

        return schema;
    }

    /// <summary>What a reference leads to; if nothing, a schema that takes anything: whoever validates by it is told.</summary>
    public JsonElement Resolve(string reference) =>
        (
            reference.StartsWith("#/", StringComparison.Ordinal)
                ? JsonPointer.Parse(reference).Evaluate(_document)
                : Use(OneKeyword.Schema("$ref", reference), built => built.Target)
        ) ?? s_anything;

    private T Use<T>(JsonElement schema, Func<BuiltSchema, T> use)
    {
        var text = schema.GetRawText();
        lock (_registry)
        {
            if (!_built.TryGetValue(text, out var built))
            {
                _built[text] = built = new BuiltSchema(schema, _options, new Uri(SchemaDialect.Home, $"?{_built.Count}"));
            }

            return use(built);
        }
    }
}
