using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>What one keyword asks of the values at one place of an operation's input.</summary>
/// <param name="Scope">The place whose values it judges: of <c>required</c>, the object.</param>
/// <param name="Place">The place that it is about, such as <c>body.lines[*].text</c>: of <c>required</c>, the member, each being a rule of its own.</param>
/// <param name="Keyword">The keyword.</param>
/// <param name="Schema">A schema of nothing else.</param>
internal sealed record KeywordRule(string Scope, string Place, string Keyword, JsonElement Schema)
{
    private static readonly SchemaValidator Validator = new(default);

    /// <summary>Whether it says something of values of this type (JSON Schema Validation, 6).</summary>
    public bool AppliesTo(JsonElement value) =>
        Keyword switch
        {
            "required" or "additionalProperties" => value.ValueKind == JsonValueKind.Object,
            "minItems" or "maxItems" or "uniqueItems" => value.ValueKind == JsonValueKind.Array,
            "minLength" or "maxLength" or "pattern" => value.ValueKind == JsonValueKind.String,
            "minimum" or "maximum" or "exclusiveMinimum" or "exclusiveMaximum" or "multipleOf" => value.ValueKind == JsonValueKind.Number,
            "format" => value.ValueKind is JsonValueKind.String or JsonValueKind.Number,
            _ => true,
        };

    public bool Holds(JsonElement value) => Validator.Validate(Schema, value).Count == 0;

    public override string ToString() => $"{Place} {Keyword}";
}
