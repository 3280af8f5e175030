using System.Text.Json;

namespace TestKit.Contracts;

/// <summary>The bounds of numbers and counts.</summary>
internal static class NumberRules
{
    public static void Check(JsonElement schema, JsonElement value, string path, List<Breach> breaches)
    {
        var number = value.GetDouble();
        Bound(schema, "minimum", number, (n, b) => n >= b, "≥", path, breaches);
        Bound(schema, "maximum", number, (n, b) => n <= b, "≤", path, breaches);
        Bound(schema, "exclusiveMinimum", number, (n, b) => n > b, ">", path, breaches);
        Bound(schema, "exclusiveMaximum", number, (n, b) => n < b, "<", path, breaches);
        if (schema.TryGetProperty("multipleOf", out var factor) && !IsWhole(number / factor.GetDouble()))
        {
            breaches.Add(new Breach(path, $"a multiple of {factor.GetRawText()}", value.GetRawText()));
        }
    }

    public static void CheckCount(JsonElement schema, string least, string most, int count, string unit, string path, List<Breach> breaches)
    {
        Bound(schema, least, count, (n, b) => n >= b, $"{unit} ≥", path, breaches);
        Bound(schema, most, count, (n, b) => n <= b, $"{unit} ≤", path, breaches);
    }

    /// <summary>1.0 is an integer (JSON Schema 2020-12, 6.1.1).</summary>
    public static bool IsInteger(JsonElement value) => value.TryGetInt64(out _) || IsWhole(value.GetDouble());

    private static bool IsWhole(double number) => Math.Abs(number - Math.Round(number)) < 1e-9;

    private static void Bound(JsonElement schema, string keyword, double number, Func<double, double, bool> holds, string sign, string path, List<Breach> breaches)
    {
        if (schema.TryGetProperty(keyword, out var bound) && bound.ValueKind == JsonValueKind.Number && !holds(number, bound.GetDouble()))
        {
            breaches.Add(new Breach(path, $"{sign} {bound.GetRawText()}", number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
