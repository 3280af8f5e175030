using System.Text.Json;
using Json.Schema;
using Json.Schema.Keywords;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The keywords that judge a value by themselves, with what a breach says of them.</summary>
internal static class SchemaRules
{
    public static SchemaRule Format { get; } = new(FormatKeyword.Instance, format => $"format {format}", ContractFormats.Has);

    public static IReadOnlyList<SchemaRule> All { get; } =
    [
        new(TypeKeyword.Instance, types => string.Join(" or ", TypeRules.Named(types)), TypeRules.Has),
        // The library compares as decimals, and fails at a number beyond these.
        new(
            EnumKeyword.Instance,
            values => $"one of {values.GetRawText()}",
            (values, value) => values.EnumerateArray().Any(each => JsonElement.DeepEquals(each, value))
        ),
        new(ConstKeyword.Instance, constant => constant.GetRawText(), JsonElement.DeepEquals),
        new(UniqueItemsKeyword.Instance, _ => "unique items", (isUnique, items) => !isUnique.GetBoolean() || !HasDuplicate(items)),
        // The library takes numbers for decimals, and fails beyond these.
        new(MinimumKeyword.Instance, bound => $"≥ {bound}", (bound, number) => Order(number, bound) is not < 0),
        new(MaximumKeyword.Instance, bound => $"≤ {bound}", (bound, number) => Order(number, bound) is not > 0),
        new(ExclusiveMinimumKeyword.Instance, bound => $"> {bound}", (bound, number) => Order(number, bound) is not <= 0),
        new(ExclusiveMaximumKeyword.Instance, bound => $"< {bound}", (bound, number) => Order(number, bound) is not >= 0),
        new(
            MultipleOfKeyword.Instance,
            factor => $"a multiple of {factor}",
            (factor, number) => ExactNumber.Of(number)?.IsMultipleOf(ExactNumber.Of(factor)!.Value) != false
        ),
        // JSON Schema counts characters (RFC 8259); the library counts a letter and its combining marks as one.
        new(MinLengthKeyword.Instance, least => $"characters ≥ {least}", (least, text) => !(Length(text) < least.GetDouble())),
        new(MaxLengthKeyword.Instance, most => $"characters ≤ {most}", (most, text) => !(Length(text) > most.GetDouble())),
        new(new EcmaPattern(), pattern => $"a match of {pattern}"),
        new(MinItemsKeyword.Instance, least => $"items ≥ {least}"),
        new(MaxItemsKeyword.Instance, most => $"items ≤ {most}"),
        new(MinPropertiesKeyword.Instance, least => $"members ≥ {least}"),
        new(MaxPropertiesKeyword.Instance, most => $"members ≤ {most}"),
        new(RequiredKeyword.Instance, names => names.GetRawText()),
        new(DependentRequiredKeyword.Instance, names => $"with a member those that it requires: {names.GetRawText()}"),
    ];

    /// <summary>The length of a text; other values have none.</summary>
    public static int? Length(JsonElement text) =>
        text.ValueKind == JsonValueKind.String ? text.GetString()!.EnumerateRunes().Count() : null;

    /// <summary>How a number compares with a bound; null for another value.</summary>
    private static int? Order(JsonElement number, JsonElement bound) => ExactNumber.Of(number)?.Order(ExactNumber.Of(bound)!.Value);

    private static bool HasDuplicate(JsonElement list)
    {
        var items = list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToList() : [];
        return items.Where((item, i) => items.Take(i).Any(earlier => JsonElement.DeepEquals(earlier, item))).Any();
    }

    private sealed class EcmaPattern : PatternKeyword
    {
        public override object ValidateKeywordValue(JsonElement value) => Patterns.Of(value.GetString()!);
    }
}
