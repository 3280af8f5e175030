using System.Collections.Concurrent;
using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>Which rules for inputs the tests of this process have seen at work: operation × keyword, kept by what was accepted, and broken by what was refused.</summary>
internal static class KeywordMatrix
{
    private static readonly ConcurrentDictionary<Seen, int> Counts = new();

    /// <summary>Counts an exchange: all that an accepted input keeps; of a refused one the rule that it breaks, if it breaks no other.</summary>
    public static void Count(string service, ApiOperation operation, KeywordRules rules, JsonElement input, int status)
    {
        var isAccepted = status is >= 200 and < 300;
        IEnumerable<KeywordRule> shown =
            isAccepted ? rules.KeptBy(input)
            : Refusal.Statuses.Contains(status) && rules.BrokenAloneBy(input) is { } broken ? [broken]
            : [];
        foreach (var rule in shown)
        {
            Counts.AddOrUpdate(new Seen(service, operation.ToString(), rule.ToString(), isAccepted), 1, (_, count) => count + 1);
        }
    }

    /// <summary>Every rule of a service, seen or not.</summary>
    public static IEnumerable<object> Describe(string service, ApiDocument document) =>
        from operation in document.Operations
        from rule in KeywordRules.Of(document, operation).All
        let seen = new Seen(service, operation.ToString(), rule.ToString(), true)
        select new
        {
            seen.Operation,
            rule.Place,
            rule.Keyword,
            Accepted = Counts.GetValueOrDefault(seen),
            Refused = Counts.GetValueOrDefault(seen with { IsAccepted = false }),
        };

    private sealed record Seen(string Service, string Operation, string Rule, bool IsAccepted);
}
