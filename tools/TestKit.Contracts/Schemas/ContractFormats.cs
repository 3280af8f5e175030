using System.Buffers.Text;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The formats that a value must hold to; others say something to people only (JSON Schema Validation, 7.2.1).</summary>
internal static partial class ContractFormats
{
    // OpenAPI's registry of formats has byte (RFC 4648, 4), int32 and int64.
    private static readonly FrozenDictionary<string, Func<string, bool>> s_texts = new Dictionary<string, Func<string, bool>>
    {
        ["date"] = IsDate,
        ["uuid"] = text => Uuid().IsMatch(text),
        ["date-time"] = IsDateTime,
        ["uri"] = text => IsReference(text) && Scheme().IsMatch(text),
        ["uri-reference"] = IsReference,
        ["byte"] = text => Base64.IsValid(text),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, (long Least, long Most)> s_numbers = new Dictionary<string, (long, long)>
    {
        ["int32"] = (int.MinValue, int.MaxValue),
        ["int64"] = (long.MinValue, long.MaxValue),
    }.ToFrozenDictionary();

    public static bool Knows(string name) => s_texts.ContainsKey(name) || s_numbers.ContainsKey(name);

    public static bool Has(JsonElement format, JsonElement value) =>
        (format.GetString()!, value.ValueKind) switch
        {
            (var name, JsonValueKind.String) when s_texts.TryGetValue(name, out var holds) => holds(value.GetString()!),
            (var name, JsonValueKind.Number) when s_numbers.TryGetValue(name, out var range) => value.TryGetDecimal(out var number)
                && decimal.IsInteger(number)
                && number >= range.Least
                && number <= range.Most,
            _ => true,
        };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>RFC 3339, 5.6; a leap second is the last of a day of UTC (5.7), wherever it is told.</summary>
    private static bool IsDateTime(string text)
    {
        if (DateAndTime().Match(text) is not { Success: true } parts || !IsDate(parts.Groups["date"].Value))
        {
            return false;
        }

        int Part(string name) =>
            int.TryParse(parts.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : 0;
        var offset = (parts.Groups["sign"].Value == "-" ? -1 : 1) * ((Part("offsetHour") * 60) + Part("offsetMinute"));
        var minute = (Part("hour") * 60) + Part("minute") - offset;
        return Part("second") < 60 || ((minute % 1440) + 1440) % 1440 == 1439;
    }

    /// <summary>RFC 3986: its characters, each percent with its two digits, brackets about an address alone. .NET would take a path of Unix for a URI.</summary>
    private static bool IsReference(string text) => Reference().IsMatch(text);

    [GeneratedRegex(@"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Uuid();

    [GeneratedRegex(
        @"^(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt](?<hour>[01][0-9]|2[0-3]):(?<minute>[0-5][0-9]):(?<second>[0-5][0-9]|60)(\.[0-9]+)?([Zz]|(?<sign>[+-])(?<offsetHour>[01][0-9]|2[0-3]):(?<offsetMinute>[0-5][0-9]))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex DateAndTime();

    [GeneratedRegex(
        @"^([A-Za-z][A-Za-z0-9+.-]*:)?(//([A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*@?(\[[0-9A-Fa-f:.v]+\])?)?([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*(#([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:", RegexOptions.ExplicitCapture)]
    private static partial Regex Scheme();
}
