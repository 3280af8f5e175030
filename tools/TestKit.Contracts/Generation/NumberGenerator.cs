using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Numbers within their bounds, and often at them.</summary>
internal static class NumberGenerator
{
    private const decimal Usual = 1000;

    // Beyond these a product of two might not be a decimal any more.
    private const decimal Largest = 1_000_000_000_000_000_000_000m;

    public static JsonNode Integer(JsonElement schema, Random random)
    {
        var (least, most) = Format(schema) switch
        {
            "int32" => (int.MinValue, int.MaxValue),
            "int64" => (long.MinValue, long.MaxValue),
            _ => (-Largest, Largest),
        };
        var step = MultipleOf(schema) ?? 1;
        return Multiple(schema, decimal.IsInteger(step) ? step : step * Denominator(step), least, most, random);
    }

    public static JsonNode Decimal(JsonElement schema, Random random)
    {
        if (Beyond(schema) is { } bound)
        {
            return bound;
        }

        if (MultipleOf(schema) is { } step)
        {
            return Multiple(schema, step, -Largest, Largest, random);
        }

        var (least, most) = Bounds(schema, -Largest, Largest);
        // Not at the bounds themselves, which may be excluded; between numbers that are near each other, too.
        var (from, to) = Window(least, most);
        var part = from + ((to - from) * random.Next(1, 1000) / 1000);
        var rounded = Math.Round(part, 3);
        return JsonValue.Create(rounded > from && rounded < to ? rounded : part);
    }

    private static JsonNode Multiple(JsonElement schema, decimal step, decimal least, decimal most, Random random)
    {
        (least, most) = Bounds(schema, least, most);
        // However small the step, the number of steps is a decimal.
        var reach = Largest * Math.Min(step, 1);
        (least, most) = (Math.Clamp(least, -reach, reach), Math.Clamp(most, -reach, reach));
        var (first, last) = (decimal.Ceiling(least / step), decimal.Floor(most / step));
        first += schema.TryGetProperty("exclusiveMinimum", out var bound) && Number(bound) == first * step ? 1 : 0;
        last -= schema.TryGetProperty("exclusiveMaximum", out bound) && Number(bound) == last * step ? 1 : 0;
        var (from, to) = Window(first, last);
        var edge = random.Next(4) == 0;
        var factor = edge ? (random.Next(2) == 0 ? from : to) : from + decimal.Floor((to - from + 1) * random.Next(1_000_000) / 1_000_000);
        return JsonValue.Create(Math.Max(from, Math.Min(to, factor)) * step);
    }

    /// <summary>The part of a range that is near to what people use: around 0, or beside the bound that is there.</summary>
    private static (decimal From, decimal To) Window(decimal least, decimal most)
    {
        var (hasLeast, hasMost) = (least > -Usual * Usual * Usual, most < Usual * Usual * Usual);
        return (hasLeast, hasMost) switch
        {
            (true, true) => (least, Math.Max(least, most)),
            (true, false) => (least, Math.Max(Usual, least + Usual)),
            (false, true) => (Math.Min(-Usual, most - Usual), most),
            _ => (Math.Max(least, -Usual), Math.Min(most, Usual)),
        };
    }

    private static (decimal Least, decimal Most) Bounds(JsonElement schema, decimal least, decimal most)
    {
        foreach (var keyword in new[] { "minimum", "exclusiveMinimum" })
        {
            least = schema.TryGetProperty(keyword, out var bound) && Number(bound) is { } number ? Math.Max(least, number) : least;
        }

        foreach (var keyword in new[] { "maximum", "exclusiveMaximum" })
        {
            most = schema.TryGetProperty(keyword, out var bound) && Number(bound) is { } number ? Math.Min(most, number) : most;
        }

        return (least, most);
    }

    /// <summary>A bound beyond <see cref="decimal"/> that only numbers beyond it fit, as it is written.</summary>
    private static JsonNode? Beyond(JsonElement schema) =>
        schema.TryGetProperty("minimum", out var bound) && Number(bound) is null && ExactNumber.Of(bound) is { Digits.Sign: > 0 }
            ? DeepJson.Node(bound)
        : schema.TryGetProperty("maximum", out bound) && Number(bound) is null && ExactNumber.Of(bound) is { Digits.Sign: < 0 }
            ? DeepJson.Node(bound)
        : null;

    private static decimal? MultipleOf(JsonElement schema) =>
        schema.TryGetProperty("multipleOf", out var factor) && Number(factor) is > 0 and { } step ? step : null;

    /// <summary>The least number of times that makes it whole.</summary>
    private static decimal Denominator(decimal step)
    {
        var times = 1m;
        while (!decimal.IsInteger(step * times) && times < Usual * Usual)
        {
            times++;
        }

        return times;
    }

    private static decimal? Number(JsonElement bound) =>
        bound.ValueKind == JsonValueKind.Number
        && decimal.TryParse(bound.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) <= Largest
            ? number
            : null;

    private static string? Format(JsonElement schema) => schema.TryGetProperty("format", out var format) ? format.GetString() : null;
}
