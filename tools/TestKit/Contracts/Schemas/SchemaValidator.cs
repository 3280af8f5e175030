using System.Collections.Concurrent;
using System.Text.Json;
using Json.Pointer;
using Json.Schema;
using TestKit.Contracts.Matrix;

namespace TestKit.Contracts;

/// <summary>Checks JSON values against schemas of an OpenAPI 3.1 document: JSON Schema 2020-12, as JsonSchema.Net reads it in the <see cref="SchemaDialect"/>.</summary>
internal sealed class SchemaValidator
{
    private const int LongestChain = 50;

    private static readonly JsonElement s_anything = JsonSerializer.SerializeToElement(new { });

    private readonly JsonElement _document;
    private readonly BuildOptions _options;
    private readonly Lock _registry = new();
    private readonly ConcurrentDictionary<string, BuiltSchema> _built = new();
    private int _count;

    /// <param name="document">The whole document, where <c>$ref</c> leads; none for schemas that refer to nothing.</param>
    /// <param name="assertsFormats">Whether a value must be of its <c>format</c>.</param>
    public SchemaValidator(JsonElement document, bool assertsFormats = true)
    {
        _document = document.ValueKind == JsonValueKind.Undefined ? s_anything : document;
        _options = SchemaDialect.Options(assertsFormats);
        _built[_document.GetRawText()] = BuiltSchema.Of(_document, _options, SchemaDialect.Home, _registry);
    }

    /// <summary>Every breach, with its JSON path.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement schema, JsonElement value) => Read(schema).Validate(value);

    /// <summary>The same of a body.</summary>
    public IReadOnlyList<Breach> Validate(JsonElement schema, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return Validate(schema, json.RootElement);
        }
        catch (JsonException e)
        {
            return [new Breach("body", "JSON", e.Message)];
        }
    }

    /// <summary>What keeps a schema from being used.</summary>
    public IReadOnlyList<Breach> DefectsOf(JsonElement schema) => Read(schema).Defects;

    /// <summary>The schema that a schema refers to, or itself.</summary>
    public JsonElement Target(JsonElement schema)
    {
        for (var i = 0; i < LongestChain && schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("$ref", out var reference); i++)
        {
            schema = Resolve(reference.GetString()!);
        }

        return schema;
    }

    /// <summary>What a reference leads to; if nothing, a schema that takes anything: whoever validates by it is told.</summary>
    public JsonElement Resolve(string reference) =>
        (reference.StartsWith("#/", StringComparison.Ordinal) ? JsonPointer.Parse(reference).Evaluate(_document) : Read(KeywordRule.Only("$ref", reference)).Target) ?? s_anything;

    private BuiltSchema Read(JsonElement schema) =>
        _built.GetOrAdd(schema.GetRawText(), _ => BuiltSchema.Of(schema, _options, new Uri(SchemaDialect.Home, $"?{Interlocked.Increment(ref _count)}"), _registry));
}
