using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IntegrationSuite.TestKit.Contracts.Matrix;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Inputs of one operation: objects with <c>path</c>, <c>query</c> and <c>body</c>. The same seed gives the same ones.</summary>
internal sealed class InputSource
{
    private const int Examples = 5;
    private const int MostMutants = 40;

    // FsCheck's size bounds only what names no size of its own: here, nothing does.
    private const int Size = 50;

    private static readonly ConditionalWeakTable<ApiOperation, ConcurrentDictionary<ulong, InputSource>> s_known = [];

    private readonly ApiDocument _document;
    private readonly ApiOperation _operation;
    private readonly ulong _seed;
    private readonly Dictionary<Mutation, Lazy<IReadOnlyList<JsonElement>>> _broken;

    private InputSource(ApiDocument document, ApiOperation operation, ulong seed)
    {
        (_document, _operation, _seed, Schema) = (document, operation, seed, operation.InputSchema());
        _broken = Enum.GetValues<Mutation>()
            .ToDictionary(mutation => mutation, mutation => new Lazy<IReadOnlyList<JsonElement>>(() => Break(mutation)));
    }

    public JsonElement Schema { get; }

    /// <summary>Those of an operation; what breaks it is worked out once, for all checks.</summary>
    public static InputSource Of(ApiDocument document, ApiOperation operation, ulong seed) =>
        s_known.GetValue(operation, _ => []).GetOrAdd(seed, _ => new InputSource(document, operation, seed));

    /// <summary>What the document gives as an example; without one, only what is required.</summary>
    public JsonObject Simplest => WithExample(Draw(Extent.Least));

    /// <summary>An input with every member; those that the example has, as it has them.</summary>
    public JsonObject Fullest => WithExample(Draw(Extent.Most));

    /// <summary>Inputs that the schema allows.</summary>
    public IEnumerable<JsonObject> Valid =>
        [Simplest, Fullest, .. Gen.Sample(Generator(Extent.Any), Examples, new Rnd(_seed), Size).Select(Input)];

    /// <summary>Inputs that break the schema at one place: one for each rule that can be broken so, then, while they are few, others. Which ones, and their order, the seed says.</summary>
    public IEnumerable<JsonObject> Broken(Mutation mutation) => _broken[mutation].Value.Select(input => JsonObject.Create(input)!);

    /// <summary>Whether there is a place to break in this way.</summary>
    public bool CanBreak(Mutation mutation) => _broken[mutation].Value.Count > 0;

    /// <summary>Valid ones and some of each kind that is broken.</summary>
    public IEnumerable<JsonObject> Mixed => Valid.Concat(Enum.GetValues<Mutation>().SelectMany(mutation => Broken(mutation).Take(2)));

    private JsonObject WithExample(JsonObject input)
    {
        if (_operation.Body() is { } body && body.Value.TryGetProperty("example", out var example))
        {
            input["body"] = Completion.Of(JsonNode.Parse(example.GetRawText()), input["body"]);
        }

        return input;
    }

    private List<JsonElement> Break(Mutation mutation)
    {
        var rules = KeywordRules.Of(_document, _operation);
        var broken = new Mutator(_document, _operation.TakesForm())
            .Break(Schema, Fullest, mutation)
            .Select(input => JsonSerializer.SerializeToElement(input))
            .ToArray();
        var all = Gen.Shuffle(broken).Sample(1, new Rnd(_seed), Size).Single();
        return [.. all.DistinctBy(rules.BrokenAloneBy).Concat(all.Take(MostMutants)).Distinct()];
    }

    private JsonObject Draw(Extent extent) => Input(Gen.Sample(Generator(extent), 1, new Rnd(_seed), Size).Single());

    private Gen<JsonNode?> Generator(Extent extent) => new ValueGenerator(_document, extent).Of(Schema);

    // A query has no null: what is null is left out.
    private static JsonObject Input(JsonNode? value)
    {
        var input = value!.AsObject();
        var query = input["query"]!.AsObject();
        query.Where(parameter => parameter.Value is null).Select(parameter => parameter.Key).ToList().ForEach(name => query.Remove(name));
        return input;
    }
}
