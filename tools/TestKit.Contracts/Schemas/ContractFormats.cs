using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using Json.Schema;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The formats that a value must hold to; others say something to people only (JSON Schema Validation, 7.2.1).</summary>
internal static class ContractFormats
{
    private static readonly FrozenDictionary<string, Format> s_all = new[]
    {
        Formats.Date,
        // .NET passes over white space around it.
        Text("uuid", text => text.Length == 36 && Guid.TryParseExact(text, "D", out _)),
        // RFC 3339, 5.6. The library takes a blank or a line for the T, and a line feed at the end.
        Text("date-time", text => text.Length > 10 && text[10] is 'T' or 't' && text[^1] != '\n', Formats.DateTime),
        Text("uri", text => Uri.TryCreate(text, UriKind.Absolute, out _)),
        Text("uri-reference", text => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _)),
        // OpenAPI's registry of formats; byte is RFC 4648, 4.
        Text("byte", text => Base64.IsValid(text)),
        Number("int32", int.MinValue, int.MaxValue),
        Number("int64", long.MinValue, long.MaxValue),
    }.ToFrozenDictionary(format => format.Key);

    public static bool Knows(string name) => s_all.ContainsKey(name);

    public static bool Has(JsonElement name, JsonElement value) =>
        !s_all.TryGetValue(name.GetString()!, out var format) || format.Validate(value, out _);

    private static PredicateFormat Text(string name, Func<string, bool> holds, Format? also = null) =>
        new(name, it => it.ValueKind != JsonValueKind.String || (holds(it.GetString()!) && also?.Validate(it, out _) != false));

    private static PredicateFormat Number(string name, long least, long most) =>
        new(
            name,
            it =>
                it.ValueKind != JsonValueKind.Number
                || (it.TryGetDecimal(out var number) && decimal.IsInteger(number) && number >= least && number <= most)
        );
}
