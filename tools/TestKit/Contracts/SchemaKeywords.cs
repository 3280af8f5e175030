using System.Collections.Frozen;
using System.Text.Json;

namespace TestKit.Contracts;

/// <summary>The keywords of JSON Schema 2020-12 that the suite knows.</summary>
internal static class SchemaKeywords
{
    /// <summary>Those that a value must hold to.</summary>
    public static FrozenSet<string> Checked { get; } = FrozenSet.Create(
        "$ref", "type", "enum", "const", "allOf", "anyOf", "oneOf", "not",
        "required", "properties", "additionalProperties", "items", "minItems", "maxItems", "uniqueItems",
        "minLength", "maxLength", "pattern", "format",
        "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");

    /// <summary>The formats that a value must hold to; others say something to people only (JSON Schema Validation, 7.2.1).</summary>
    public static FrozenSet<string> CheckedFormats { get; } = FrozenSet.Create("uuid", "date-time", "date", "uri", "uri-reference", "byte", "int32", "int64");

    /// <summary>Those that say something to people and generators only (JSON Schema Validation, 9; OpenAPI 3.1, 4.8.24), or hold definitions.</summary>
    private static readonly FrozenSet<string> s_annotations = FrozenSet.Create(
        "$defs", "$schema", "$comment", "title", "description", "default", "deprecated", "readOnly", "writeOnly", "examples",
        "example", "externalDocs", "xml", "discriminator", "contentEncoding", "contentMediaType");

    /// <summary>What a schema asks for beyond that.</summary>
    public static IEnumerable<string> UnknownOf(JsonElement schema) =>
        schema.EnumerateObject().Select(member => member.Name).Where(name => !Checked.Contains(name) && !s_annotations.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal));
}
