using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Matrix;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Inputs of one operation: objects with <c>path</c>, <c>query</c>, <c>body</c> and what else it has. The same seed gives the same ones.</summary>
internal sealed class InputSource
{
    private const int Examples = 5;
    private const int MostMutants = 40;
    private const int Tries = 20;

    private static readonly ConditionalWeakTable<ApiOperation, ConcurrentDictionary<ulong, InputSource>> s_known = [];

    private readonly ApiOperation _operation;
    private readonly int _seed;
    private readonly Lazy<List<JsonElement>> _valid;
    private readonly Dictionary<Mutation, Lazy<List<JsonElement>>> _broken;

    private InputSource(ApiOperation operation, ulong seed)
    {
        (_operation, _seed, Schema) = (operation, (int)(seed ^ (seed >> 32)), operation.InputSchema());
        _valid = new(() => [.. Extents.Select((extent, i) => JsonSerializer.SerializeToElement(WithExample(extent, Draw(extent, i))))]);
        _broken = Enum.GetValues<Mutation>()
            .ToDictionary(mutation => mutation, mutation => new Lazy<List<JsonElement>>(() => Break(mutation)));
    }

    public JsonElement Schema { get; }

    /// <summary>Those of an operation; they are worked out once, for all checks.</summary>
    public static InputSource Of(ApiOperation operation, ulong seed) =>
        s_known.GetValue(operation, _ => []).GetOrAdd(seed, _ => new InputSource(operation, seed));

    /// <summary>What the document gives as an example; without one, only what is required.</summary>
    /// <exception cref="NotSupportedException">No valid input was found, as of those below.</exception>
    public JsonObject Simplest => ObjectOf(_valid.Value[0]);

    /// <summary>An input with every member; those that the example has, as it has them.</summary>
    public JsonObject Fullest => ObjectOf(_valid.Value[1]);

    /// <summary>Inputs that the schema allows.</summary>
    public IEnumerable<JsonObject> Valid => _valid.Value.Select(ObjectOf);

    /// <summary>Inputs that break the schema at one place: one for each rule that can be broken so, then, while they are few, others. Which ones, and their order, the seed says.</summary>
    public IEnumerable<JsonObject> Broken(Mutation mutation) => _broken[mutation].Value.Select(ObjectOf);

    /// <summary>Whether there is a place to break in this way.</summary>
    public bool CanBreak(Mutation mutation) => _broken[mutation].Value.Count > 0;

    /// <summary>Valid ones and some of each kind that is broken.</summary>
    public IEnumerable<JsonObject> Mixed => Valid.Concat(Enum.GetValues<Mutation>().SelectMany(mutation => Broken(mutation).Take(2)));

    private static IEnumerable<Extent> Extents => [Extent.Least, Extent.Most, .. Enumerable.Repeat(Extent.Any, Examples)];

    /// <summary>The simplest and the fullest are the document's example, if it has one that is valid: with what it leaves out, if that is, too.</summary>
    private JsonObject WithExample(Extent extent, JsonObject input)
    {
        if (extent == Extent.Any || _operation.Body() is not { } body || !body.Value.TryGetProperty("example", out var example))
        {
            return input;
        }

        JsonNode?[] candidates = [Completion.Of(DeepJson.Node(example), input["body"]), DeepJson.Node(example)];
        return candidates.Select(candidate => With(input, candidate)).FirstOrDefault(IsValid, input);
    }

    private static JsonObject With(JsonObject input, JsonNode? body)
    {
        var copy = input.DeepClone().AsObject();
        copy["body"] = body;
        return copy;
    }

    private bool IsValid(JsonObject input) => _operation.Document.Breaches(Schema, input).Count == 0;

    private List<JsonElement> Break(Mutation mutation)
    {
        var rules = KeywordRules.Of(_operation.Document, _operation);
        var all = new Mutator(_operation)
            .Break(Schema, Fullest, mutation)
            .Select(input => JsonSerializer.SerializeToElement(input))
            .ToArray();
        new Random(_seed).Shuffle(all);
        return [.. all.DistinctBy(rules.BrokenAloneBy).Concat(all.Take(MostMutants)).Distinct()];
    }

    private JsonObject Draw(Extent extent, int nth)
    {
        var random = new Random(unchecked(_seed + (nth * 7919)));
        for (var i = 0; i < Tries; i++)
        {
            var input = new JsonObject();
            foreach (var part in Schema.GetProperty("properties").EnumerateObject())
            {
                input[part.Name] = new ValueGenerator(_operation.Document, extent, random, LettersOf(part.Name)).Valid(part.Value);
            }

            FillLists(input, random);

            if (Arrival.Of(_operation, input) is { } arrived && IsValid(arrived))
            {
                return arrived;
            }
        }

        throw new NotSupportedException("no valid input of it is found that parameters or a form can carry");
    }

    /// <summary>A required list has an item, as a service may refuse one that it can't see.</summary>
    private void FillLists(JsonObject input, Random random)
    {
        foreach (
            var parameter in _operation
                .ParametersIn("query")
                .Concat(_operation.ParametersIn("header"))
                .Concat(_operation.ParametersIn("cookie"))
        )
        {
            var (place, name) = (parameter.GetProperty("in").GetString()!, parameter.GetProperty("name").GetString()!);
            if (
                OperationParts.IsRequired(parameter)
                && _operation.IsList(parameter)
                && (input[place]![name] is null or JsonArray { Count: 0 })
            )
            {
                var schema = WholeSchema.Joined(parameter.GetProperty("schema"), OneKeyword.Schema("minItems", 1));
                input[place]![name] = new ValueGenerator(_operation.Document, Extent.Least, random, LettersOf(place)).Valid(schema);
            }
        }
    }

    private static Alphabet LettersOf(string part) =>
        part switch
        {
            "path" or "cookie" => Alphabet.Word,
            "header" => Alphabet.Header,
            _ => Alphabet.Free,
        };

    private static JsonObject ObjectOf(JsonElement input) => JsonObject.Create(input)!;
}
