using System.Text.Json;
using static IntegrationSuite.TestKit.Contracts.Drift.JsonMembers;

namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>
/// Two schemas of one place. What a client sends breaks by a narrower schema, what it gets by a wider one; but a new member
/// of an answer breaks nobody, as clients must ignore what they don't know.
/// </summary>
internal sealed class SchemaComparison(ApiDocument before, ApiDocument after, bool sent)
{
    private static readonly string[] s_compositions = ["allOf", "anyOf", "oneOf"];

    private readonly List<ContractChange> _changes = [];
    private readonly HashSet<(string, string)> _compared = [];

    /// <summary>Every change below a place.</summary>
    public IReadOnlyList<ContractChange> Compare(string where, JsonElement old, JsonElement now)
    {
        CompareAt(where, old, now);
        return _changes;
    }

    private void CompareAt(string where, JsonElement old, JsonElement now)
    {
        // Where both refer to a schema, it is compared once: a tree of sections has no end otherwise.
        if (Reference(old) is { } left && Reference(now) is { } right && !_compared.Add((left, right)))
        {
            return;
        }

        (old, now) = (before.Resolve(old), after.Resolve(now));
        foreach (var (shift, what) in KeywordComparison.Compare(old, now))
        {
            Add(where, what, shift);
        }

        CompareMembers(where, old, now);
        CompareSubschema($"{where}[]", Member(old, "items"), Member(now, "items"));
        CompareSubschema($"{where}.*", Member(old, "additionalProperties"), Member(now, "additionalProperties"));
        foreach (var keyword in s_compositions)
        {
            CompareParts(where, keyword, Parts(old, keyword), Parts(now, keyword));
        }
    }

    private void CompareMembers(string where, JsonElement old, JsonElement now)
    {
        var (had, has) = (Members(old), Members(now));
        var (needed, needs) = (Required(old), Required(now));
        foreach (var name in had.Keys.Except(has.Keys))
        {
            _changes.Add(new($"{where}.{name}", "removed", Breaks: true));
        }

        foreach (var name in has.Keys.Except(had.Keys))
        {
            var isNeeded = sent && needs.Contains(name);
            _changes.Add(new($"{where}.{name}", isNeeded ? "new, and required" : "new", isNeeded));
        }

        foreach (var name in had.Keys.Intersect(has.Keys))
        {
            Add(
                $"{where}.{name}",
                needs.Contains(name) ? "now required" : "no longer required",
                (needed.Contains(name), needs.Contains(name)) switch
                {
                    (false, true) => Shift.Narrowed,
                    (true, false) => Shift.Widened,
                    _ => Shift.None,
                }
            );
            CompareAt($"{where}.{name}", had[name], has[name]);
        }
    }

    private void CompareSubschema(string where, JsonElement? old, JsonElement? now)
    {
        var (any, none) = (old is null or { ValueKind: JsonValueKind.True }, old is { ValueKind: JsonValueKind.False });
        var (isAny, isNone) = (now is null or { ValueKind: JsonValueKind.True }, now is { ValueKind: JsonValueKind.False });
        if (any != isAny || none != isNone)
        {
            Add(where, $"{Text(old)} became {Text(now)}", any || isNone ? Shift.Narrowed : Shift.Widened);
        }
        else if (!any && !none)
        {
            CompareAt(where, old!.Value, now!.Value);
        }
    }

    private void CompareParts(string where, string keyword, List<JsonElement> old, List<JsonElement> now)
    {
        if (old.Count != now.Count)
        {
            Add(where, $"{keyword}: {old.Count} schemas became {now.Count}", Shift.Narrowed | Shift.Widened);
            return;
        }

        for (var i = 0; i < old.Count; i++)
        {
            CompareAt(where, old[i], now[i]);
        }
    }

    private void Add(string where, string what, Shift shift)
    {
        if (shift != Shift.None)
        {
            _changes.Add(new(where, what, shift.HasFlag(sent ? Shift.Narrowed : Shift.Widened)));
        }
    }

    private static string Text(JsonElement? schema) =>
        schema switch
        {
            null or { ValueKind: JsonValueKind.True } => "anything",
            { ValueKind: JsonValueKind.False } => "nothing",
            _ => "a schema",
        };

    private static string? Reference(JsonElement schema) => Member(schema, "$ref")?.GetString();

    private static List<JsonElement> Parts(JsonElement schema, string keyword) =>
        Member(schema, keyword) is { } parts ? [.. parts.EnumerateArray()] : [];

    private static Dictionary<string, JsonElement> Members(JsonElement schema) =>
        Member(schema, "properties") is { } properties
            ? properties.EnumerateObject().ToDictionary(member => member.Name, member => member.Value)
            : [];

    private static HashSet<string> Required(JsonElement schema) => [.. Parts(schema, "required").Select(name => name.GetString()!)];
}
