using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>Numbers within their bounds, and often at them.</summary>
internal static class NumberGenerator
{
    public static Gen<JsonNode?> Integer(JsonElement schema)
    {
        var isBounded = schema.TryGetProperty("minimum", out _);
        var least = (int)Math.Max(int.MinValue, Bound(schema, "minimum", "exclusiveMinimum", 1) ?? -1000);
        var most = (int)Math.Min(int.MaxValue, Bound(schema, "maximum", "exclusiveMaximum", -1) ?? Math.Max(1000, least));
        var edges = isBounded ? new[] { least, most } : [0, least, most];
        return Gen.Frequency((3, Gen.Choose(least, most)), (1, Gen.Elements(edges))).Select(number => (JsonNode?)JsonValue.Create(number));
    }

    public static Gen<JsonNode?> Decimal(JsonElement schema)
    {
        var least = Bound(schema, "minimum", "exclusiveMinimum", 0.001) ?? -1000;
        var most = Bound(schema, "maximum", "exclusiveMaximum", -0.001) ?? Math.Max(1000, least);
        return Gen.Choose(0, 1000).Select(part => (JsonNode?)JsonValue.Create(Math.Round(least + ((most - least) * part / 1000), 6)));
    }

    private static double? Bound(JsonElement schema, string inclusive, string exclusive, double step) =>
        schema.TryGetProperty(inclusive, out var bound) ? bound.GetDouble()
        : schema.TryGetProperty(exclusive, out bound) ? bound.GetDouble() + step
        : null;
}
