using System.Text.Json;
using static IntegrationSuite.TestKit.Contracts.Drift.JsonMembers;

namespace IntegrationSuite.TestKit.Contracts.Drift;

/// <summary>What a service's contract was and what it is, operation by operation.</summary>
public sealed class ContractComparison(ApiDocument before, ApiDocument after)
{
    /// <summary>Every change.</summary>
    public IReadOnlyList<ContractChange> Changes()
    {
        var (had, has) = (ByName(before), ByName(after));
        List<ContractChange> changes =
        [
            .. had.Keys.Except(has.Keys).Select(name => new ContractChange(name, "removed", Breaks: true)),
            .. has.Keys.Except(had.Keys).Select(name => new ContractChange(name, "new", Breaks: false)),
            .. had.Keys.Intersect(has.Keys).SelectMany(name => Compare(name, had[name].Definition, has[name].Definition)),
        ];
        return changes.Count > 0
            ? changes
            :
            [
                .. JsonDifference
                    .Between("", before.Root, after.Root)
                    .Select(where => new ContractChange(where, "differs in a way that no request or answer shows", Breaks: false)),
            ];
    }

    private static Dictionary<string, ApiOperation> ByName(ApiDocument document) =>
        document.Operations.ToDictionary(operation => operation.ToString());

    private IEnumerable<ContractChange> Compare(string operation, JsonElement old, JsonElement now) =>
        Pairs(Parameters(old), Parameters(now), $"{operation} parameter", NewParameter, ParameterChanges)
            .Concat(BodyChanges($"{operation} request", Member(old, "requestBody"), Member(now, "requestBody")))
            .Concat(Pairs(Members(old, "responses"), Members(now, "responses"), operation, _ => null, ResponseChanges));

    /// <summary>What was removed breaks; what is new does by its own rule; what stayed is compared.</summary>
    /// <param name="why">Why something new breaks clients; null when it does not.</param>
    private static IEnumerable<ContractChange> Pairs(
        Dictionary<string, JsonElement> old,
        Dictionary<string, JsonElement> now,
        string where,
        Func<JsonElement, string?> why,
        Func<string, JsonElement, JsonElement, IEnumerable<ContractChange>> compare
    ) =>
        [
            .. old.Keys.Except(now.Keys).Select(name => new ContractChange($"{where} {name}", "removed", Breaks: true)),
            .. now
                .Keys.Except(old.Keys)
                .Select(name => new ContractChange(
                    $"{where} {name}",
                    why(now[name]) is { } reason ? $"new, and {reason}" : "new",
                    why(now[name]) is not null
                )),
            .. old.Keys.Intersect(now.Keys).SelectMany(name => compare($"{where} {name}", old[name], now[name])),
        ];

    private static string? NewParameter(JsonElement parameter) => IsRequired(parameter) ? "required" : null;

    private IEnumerable<ContractChange> ParameterChanges(string where, JsonElement old, JsonElement now) =>
        RequiredChange(where, old, now).Concat(SchemaChanges(where, old, now, sent: true));

    private IEnumerable<ContractChange> BodyChanges(string where, JsonElement? old, JsonElement? now) =>
        (old, now) switch
        {
            (null, null) => [],
            (_, null) => [new(where, "removed", Breaks: true)],
            (null, _) => [new(where, "new", IsRequired(now.Value))],
            _ => RequiredChange(where, old.Value, now.Value)
                .Concat(
                    Pairs(
                        Members(old.Value, "content"),
                        Members(now.Value, "content"),
                        where,
                        _ => null,
                        (at, was, isNow) => SchemaChanges(at, was, isNow, sent: true)
                    )
                ),
        };

    private IEnumerable<ContractChange> ResponseChanges(string where, JsonElement old, JsonElement now) =>
        Pairs(
                Members(old, "headers"),
                Members(now, "headers"),
                $"{where} header",
                _ => null,
                (at, was, isNow) => SchemaChanges(at, was, isNow, sent: false)
            )
            .Concat(
                Pairs(
                    Members(old, "content"),
                    Members(now, "content"),
                    where,
                    _ => null,
                    (at, was, isNow) => SchemaChanges(at, was, isNow, sent: false)
                )
            );

    private static IEnumerable<ContractChange> RequiredChange(string where, JsonElement old, JsonElement now) =>
        (IsRequired(old), IsRequired(now)) switch
        {
            (false, true) => [new(where, "now required", Breaks: true)],
            (true, false) => [new(where, "no longer required", Breaks: false)],
            _ => [],
        };

    private IEnumerable<ContractChange> SchemaChanges(string where, JsonElement old, JsonElement now, bool sent) =>
        (Member(old, "schema"), Member(now, "schema")) switch
        {
            (null, null) => [],
            ({ } was, { } isNow) => new SchemaComparison(before, after, sent).Compare($"{where} $", was, isNow),
            (null, _) => [new(where, "now has a schema", Breaks: sent)],
            _ => [new(where, "no longer has a schema", Breaks: !sent)],
        };

    private static bool IsRequired(JsonElement element) => Member(element, "required") is { ValueKind: JsonValueKind.True };

    private static Dictionary<string, JsonElement> Members(JsonElement element, string name) =>
        Member(element, name) is { } members ? members.EnumerateObject().ToDictionary(member => member.Name, member => member.Value) : [];

    private static Dictionary<string, JsonElement> Parameters(JsonElement operation) =>
        Member(operation, "parameters") is { } parameters
            ? parameters
                .EnumerateArray()
                .ToDictionary(parameter => $"{parameter.GetProperty("in").GetString()} {parameter.GetProperty("name").GetString()}")
            : [];
}
