using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Makes values that a schema allows. Where the schema has <c>examples</c> they are the only values: they say what the schema cannot.</summary>
internal sealed class ValueGenerator
{
    /// <summary>From here on only what must be there is made.</summary>
    public const int DeepestNesting = 6;

    private const int Tries = 60;
    private const int TriesWithin = 20;

    // A schema whose members have as many members again would fill the memory.
    private const int MostValues = 400;

    // What no generator can keep to by what it makes, so that it is tried anew.
    private static readonly string[] s_hard =
    [
        "not",
        "if",
        "oneOf",
        "allOf",
        "anyOf",
        "$ref",
        "uniqueItems",
        "propertyNames",
        "dependentSchemas",
        "unevaluatedProperties",
        "pattern",
    ];

    private readonly SchemaChoice _choice;
    private readonly ObjectGenerator _objects;
    private readonly ListGenerator _lists;
    private readonly TextGenerator _texts;
    private int _made;
    private int _tried;

    public ValueGenerator(ApiDocument document, Extent extent, Random random, Alphabet? letters = null)
    {
        (Document, Extent, Random) = (document, extent, random);
        (_choice, _objects, _lists) = (new SchemaChoice(this), new ObjectGenerator(this), new ListGenerator(this));
        _texts = new TextGenerator(random, letters ?? Alphabet.Free);
    }

    public ApiDocument Document { get; }

    public Extent Extent { get; }

    public Random Random { get; }

    /// <summary>Whether only what must be there is to be made from here on.</summary>
    public bool IsEnough(int depth) => Extent == Extent.Least || depth >= DeepestNesting || _made > MostValues;

    /// <summary>Whether something that may be left out is made.</summary>
    public bool Wants(int depth) => !IsEnough(depth) && (Extent == Extent.Most || Random.Next(2) == 0);

    /// <summary>A value that its schema allows.</summary>
    /// <exception cref="NotSupportedException">None was found.</exception>
    public JsonNode? Valid(JsonElement schema)
    {
        if (Heights.Of(Document).Of(schema) >= Heights.Endless)
        {
            throw new NotSupportedException("its schema requires another of itself within itself, without end");
        }

        Breach? nearest = null;
        for (var i = 0; i < Tries; i++)
        {
            (_made, _tried) = (0, i);
            var value = Make(schema, 0);
            if (Document.Breaches(schema, value) is not [var breach, ..])
            {
                return value;
            }

            nearest ??= breach;
        }

        throw new NotSupportedException($"no valid input of it is found; the nearest breaks {nearest}");
    }

    /// <summary>A value within another; likely, not surely one that its schema allows.</summary>
    public JsonNode? Make(JsonElement schema, int depth)
    {
        var value = MakeOnce(schema, depth);
        var isHard =
            depth > 0
            && depth < DeepestNesting
            && schema.ValueKind == JsonValueKind.Object
            && s_hard.Any(keyword => schema.TryGetProperty(keyword, out _));
        for (var i = 0; isHard && i < TriesWithin && Document.Breaches(schema, value).Count > 0; i++)
        {
            value = MakeOnce(schema, depth);
        }

        return value;
    }

    private JsonNode? MakeOnce(JsonElement schema, int depth)
    {
        _made++;
        var whole = _choice.Of(schema, depth);
        return whole.ValueKind != JsonValueKind.Object ? _texts.Name()
            : Given(whole) is [_, ..] given ? DeepJson.Node(given[Random.Next(given.Count)])
            : OfType(whole, depth);
    }

    private List<JsonElement> Given(JsonElement schema) =>
        schema.TryGetProperty("examples", out var values) && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0
            ? Examples([.. values.EnumerateArray()])
        : schema.TryGetProperty("const", out var value) ? [value]
        : schema.TryGetProperty("enum", out values) ? [.. values.EnumerateArray()]
        : [];

    /// <summary>As every member is asked for, the one that says most.</summary>
    private List<JsonElement> Examples(List<JsonElement> examples) =>
        Extent == Extent.Most && _tried == 0 ? [examples.MaxBy(example => example.GetRawText().Length)] : examples;

    private JsonNode? OfType(JsonElement schema, int depth)
    {
        var types = SchemaTypes.Of(schema);
        var others = types.Where(type => type != "null").ToArray();
        if (others.Length == 0 || (types.Length > others.Length && MayBeNull(depth)))
        {
            return null;
        }

        // The first one is what is meant, unless something else rules it out.
        return (Extent == Extent.Any || _tried > 0 ? others[Random.Next(others.Length)] : others[0]) switch
        {
            "object" => _objects.Make(schema, depth + 1),
            "array" => _lists.Make(schema, depth + 1),
            "integer" => NumberGenerator.Integer(schema, Random),
            "number" => NumberGenerator.Decimal(schema, Random),
            "boolean" => Random.Next(2) == 0,
            _ => _texts.Make(schema),
        };
    }

    private bool MayBeNull(int depth) => depth >= DeepestNesting || (Extent == Extent.Any && Random.Next(4) == 0);
}
