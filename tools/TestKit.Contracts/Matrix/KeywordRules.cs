using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>The rules that an operation's contract has for its input: each is to be seen kept by a request that is accepted, and broken by one that is refused.</summary>
internal sealed class KeywordRules
{
    private static readonly ConditionalWeakTable<ApiOperation, KeywordRules> Known = [];

    private readonly ApiDocument _document;
    private readonly JsonElement _schema;
    private readonly ILookup<string, KeywordRule> _ofScope;

    private KeywordRules(ApiDocument document, ApiOperation operation)
    {
        (_document, _schema) = (document, operation.InputSchema());
        All = RulesOf(document, operation);
        _ofScope = All.ToLookup(rule => rule.Scope);
    }

    /// <summary>All that can be broken alone (<see cref="ImpliedKeywords"/>).</summary>
    public IReadOnlyList<KeywordRule> All { get; }

    public static KeywordRules Of(ApiDocument document, ApiOperation operation) =>
        Known.GetValue(operation, _ => new KeywordRules(document, operation));

    /// <summary>The rules that an input keeps; those that say nothing of it are not among them.</summary>
    public IEnumerable<KeywordRule> KeptBy(JsonElement input) =>
        Judge(Places.Of(_document, _schema, input)).Where(judged => judged.Holds).Select(judged => judged.Rule).Distinct();

    /// <summary>The one rule that an input breaks; null when it breaks none, or more.</summary>
    public KeywordRule? BrokenAloneBy(JsonElement input) =>
        _document.Validator.Validate(_schema, input).DistinctBy(breach => breach.Path).ToList() is [var breach]
        && Judge(Places.To(breach, _document, _schema, input))
            .Where(judged => !judged.Holds)
            .Select(judged => judged.Rule)
            .Distinct()
            .ToList()
            is [var rule]
            ? rule
            : null;

    /// <summary>Of an operation whose schema can't be followed there are none: the others' are told all the same.</summary>
    private static List<KeywordRule> RulesOf(ApiDocument document, ApiOperation operation)
    {
        try
        {
            return [.. new SchemaWalk(document, operation).Rules()];
        }
        catch (Exception e)
            when (e
                    is KeyNotFoundException
                        or InvalidOperationException
                        or NotSupportedException
                        or FormatException
                        or ArgumentException
                        or OverflowException
            )
        {
            return [];
        }
    }

    private IEnumerable<(KeywordRule Rule, bool Holds)> Judge(IEnumerable<Place> places) =>
        from place in places
        from rule in _ofScope[place.Name]
        where rule.AppliesTo(place.Value)
        select (rule, rule.Holds(place.Value));
}
