using System.Text.Json;
using static IntegrationSuite.TestKit.Contracts.Drift.JsonMembers;

namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>Two schemas keyword by keyword (JSON Schema 2020-12, validation), without those that hold schemas.</summary>
internal static class KeywordComparison
{
    private static readonly string[] s_sets = ["type", "enum"];
    private static readonly string[] s_leasts = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] s_mosts = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] s_rules = ["format", "pattern", "const", "multipleOf", "uniqueItems", "not"];

    /// <summary>Every keyword that differs.</summary>
    public static IEnumerable<(Shift Shift, string What)> Compare(JsonElement before, JsonElement after) =>
        s_sets
            .Select(keyword => OfSet(keyword, Member(before, keyword), Member(after, keyword)))
            .Concat(
                s_leasts.Select(keyword => OfBound(keyword, Member(before, keyword), Member(after, keyword), narrowing: Shift.Narrowed))
            )
            .Concat(s_mosts.Select(keyword => OfBound(keyword, Member(before, keyword), Member(after, keyword), narrowing: Shift.Widened)))
            .Concat(s_rules.Select(keyword => OfRule(keyword, Member(before, keyword), Member(after, keyword))))
            .Where(change => change.Shift != Shift.None);

    private static (Shift Shift, string What) OfSet(string keyword, JsonElement? before, JsonElement? after)
    {
        if (before is null || after is null)
        {
            return OfRule(keyword, before, after);
        }

        var (old, now) = (Items(before.Value), Items(after.Value));
        var (gone, added) = (old.Except(now).ToList(), now.Except(old).ToList());
        var shift = (gone.Count > 0 ? Shift.Narrowed : Shift.None) | (added.Count > 0 ? Shift.Widened : Shift.None);
        string[] parts =
        [
            gone.Count > 0 ? $"no longer {string.Join(", ", gone)}" : "",
            added.Count > 0 ? $"now also {string.Join(", ", added)}" : "",
        ];
        return (shift, $"{keyword}: {string.Join("; ", parts.Where(part => part.Length > 0))}");
    }

    private static List<string> Items(JsonElement set) =>
        set.ValueKind == JsonValueKind.Array ? [.. set.EnumerateArray().Select(item => item.GetRawText())] : [set.GetRawText()];

    /// <param name="narrowing">What a higher bound does.</param>
    private static (Shift Shift, string What) OfBound(string keyword, JsonElement? before, JsonElement? after, Shift narrowing)
    {
        if (before is null || after is null)
        {
            return OfRule(keyword, before, after);
        }

        var rise = after.Value.GetDecimal().CompareTo(before.Value.GetDecimal());
        var shift =
            rise == 0 ? Shift.None
            : rise > 0 ? narrowing
            : narrowing ^ (Shift.Narrowed | Shift.Widened);
        return (shift, Became(keyword, before, after));
    }

    private static (Shift Shift, string What) OfRule(string keyword, JsonElement? before, JsonElement? after) =>
        (before, after) switch
        {
            (null, null) => (Shift.None, ""),
            (null, _) => (Shift.Narrowed, Became(keyword, before, after)),
            (_, null) => (Shift.Widened, Became(keyword, before, after)),
            _ when JsonElement.DeepEquals(before.Value, after.Value) => (Shift.None, ""),
            _ => (Shift.Narrowed | Shift.Widened, Became(keyword, before, after)),
        };

    private static string Became(string keyword, JsonElement? before, JsonElement? after) =>
        $"{keyword}: {before?.GetRawText() ?? "any"} became {after?.GetRawText() ?? "any"}";
}
