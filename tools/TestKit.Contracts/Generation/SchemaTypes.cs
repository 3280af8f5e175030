using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Generation;

/// <summary>The types of values that a schema is about.</summary>
internal static class SchemaTypes
{
    private static readonly (string Type, string[] Keywords)[] s_signs =
    [
        (
            "object",
            [
                "properties",
                "required",
                "additionalProperties",
                "patternProperties",
                "minProperties",
                "maxProperties",
                "propertyNames",
                "dependentRequired",
            ]
        ),
        ("array", ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"]),
        ("string", ["minLength", "maxLength", "pattern"]),
        ("number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]),
    ];

    /// <summary>Those that it names; else the one that its keywords speak of, or text.</summary>
    public static string[] Of(JsonElement schema) =>
        TypeRules.Of(schema) is [_, ..] named
            ? named
            : [s_signs.FirstOrDefault(sign => sign.Keywords.Any(keyword => schema.TryGetProperty(keyword, out _))).Type ?? "string"];

    public static bool IsNull(JsonElement schema) => TypeRules.Of(schema) is ["null"];
}
