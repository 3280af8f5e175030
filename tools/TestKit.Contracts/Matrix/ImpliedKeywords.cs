using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>
/// Keywords that no value breaks alone, since another one beside it says the same and more, or since it says nothing: so nobody can see that they are kept to.
/// The list stands in docs/contracts.md, too.
/// </summary>
internal static class ImpliedKeywords
{
    private static readonly SchemaValidator Validator = new(default);
    private static readonly string[] Counted =
    [
        "type",
        "enum",
        "const",
        "required",
        "additionalProperties",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minLength",
        "maxLength",
        "pattern",
        "format",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
    ];

    public static bool CanBeBroken(JsonElement schema, JsonProperty keyword, bool isText) =>
        Counted.Contains(keyword.Name)
        && keyword.Name switch
        {
            "enum" or "const" or "required" => true,
            _ when schema.TryGetProperty("enum", out _) || schema.TryGetProperty("const", out _) => false,
            "type" => !isText || !TypeRules.Of(schema).Any(type => type is "string" or "object" or "array"),
            "additionalProperties" => keyword.Value.ValueKind == JsonValueKind.False,
            "minLength" => keyword.Value.GetDouble() > 0 && !(keyword.Value.GetDouble() <= 1 && IsEmptyRefused(schema)),
            "minItems" => keyword.Value.GetDouble() > 0,
            "uniqueItems" => keyword.Value.GetBoolean(),
            "format" => ContractFormats.Knows(keyword.Value.GetString()!) && !IsWithinInt32(schema),
            _ => true,
        };

    /// <summary>No text is shorter than one character but the empty one.</summary>
    private static bool IsEmptyRefused(JsonElement schema) =>
        new[] { "pattern", "format" }.Any(keyword =>
            schema.TryGetProperty(keyword, out var value)
            && Validator.Validate(OneKeyword.Schema(keyword, value), JsonSerializer.SerializeToElement("")).Count > 0
        );

    /// <summary>Both bounds are there, and every number between them is of the format.</summary>
    private static bool IsWithinInt32(JsonElement schema) =>
        schema.TryGetProperty("minimum", out var least)
        && schema.TryGetProperty("maximum", out var most)
        && least.GetDouble() >= int.MinValue
        && most.GetDouble() <= int.MaxValue;
}
