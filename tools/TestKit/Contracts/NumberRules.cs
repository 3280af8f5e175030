using System.Globalization;
using System.Text.Json;

namespace TestKit.Contracts;

/// <summary>The bounds of numbers and counts. Exact where <see cref="decimal"/> is (28 digits); beyond, as exact as <see cref="double"/>.</summary>
internal static class NumberRules
{
    public static void Check(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        Bound(schema, "minimum", bound => Compare(value, bound) >= 0, "≥", value.GetRawText(), path, breaches);
        Bound(schema, "maximum", bound => Compare(value, bound) <= 0, "≤", value.GetRawText(), path, breaches);
        Bound(schema, "exclusiveMinimum", bound => Compare(value, bound) > 0, ">", value.GetRawText(), path, breaches);
        Bound(schema, "exclusiveMaximum", bound => Compare(value, bound) < 0, "<", value.GetRawText(), path, breaches);
        Bound(schema, "multipleOf", factor => IsMultiple(value, factor), "a multiple of", value.GetRawText(), path, breaches);
        if (schema.TryGetProperty("format", out var format) && !HasFormat(format.GetString()!, value))
        {
            breaches.Add(new Breach(path, "format " + format.GetString(), value.GetRawText()));
        }
    }

    public static void CheckCount(JsonElement schema, string least, string most, int count, string unit, string path, List<Breach> breaches)
    {
        var found = count.ToString(CultureInfo.InvariantCulture);
        Bound(schema, least, bound => count >= bound.GetDouble(), $"{unit} ≥", found, path, breaches);
        Bound(schema, most, bound => count <= bound.GetDouble(), $"{unit} ≤", found, path, breaches);
    }

    /// <summary>1.0 is an integer (JSON Schema 2020-12, 6.1.1).</summary>
    public static bool IsInteger(JsonElement value) =>
        value.TryGetDecimal(out var exact) ? decimal.IsInteger(exact) : double.IsInteger(value.GetDouble());

    /// <summary>OpenAPI's registry of formats.</summary>
    private static bool HasFormat(string format, JsonElement value) => format switch
    {
        "int32" => IsInteger(value) && value.GetDouble() is >= int.MinValue and <= int.MaxValue,
        "int64" => IsInteger(value) && value.TryGetDecimal(out var exact) && exact is >= long.MinValue and <= long.MaxValue,
        _ => true,
    };

    private static int Compare(JsonElement value, JsonElement bound) =>
        value.TryGetDecimal(out var left) && bound.TryGetDecimal(out var right)
            ? left.CompareTo(right)
            : value.GetDouble().CompareTo(bound.GetDouble());

    private static bool IsMultiple(JsonElement value, JsonElement factor) =>
        value.TryGetDecimal(out var exact) && factor.TryGetDecimal(out var divisor) && divisor != 0
            ? exact % divisor == 0
            : double.IsInteger(value.GetDouble() / factor.GetDouble());

    private static void Bound(JsonElement schema, string keyword, Func<JsonElement, bool> holds, string sign, string found, string path, List<Breach> breaches)
    {
        if (schema.TryGetProperty(keyword, out var bound) && !holds(bound))
        {
            breaches.Add(new Breach(path, $"{sign} {bound.GetRawText()}", found));
        }
    }
}
