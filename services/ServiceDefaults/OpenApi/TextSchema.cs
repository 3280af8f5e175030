using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.OpenApi;
using ServiceDefaults.Http;

namespace ServiceDefaults.OpenApi;

/// <summary>
/// The exporter sees nothing of a type that has a converter of our own, as text has and a free JSON object, and so leaves
/// out what it would say of them: the type, the bounds of a text that may be null, and that a list or a dictionary holds it.
/// </summary>
internal static class TextSchema
{
    public static void Complete(OpenApiSchema schema, JsonTypeInfo type, JsonPropertyInfo? property)
    {
        if (IsText(type.Type))
        {
            schema.Type =
                property?.IsGetNullable == true || type.Type == typeof(DateTimeOffset?)
                    ? JsonSchemaType.String | JsonSchemaType.Null
                    : JsonSchemaType.String;
            schema.Format ??= type.Type == typeof(string) ? null : "date-time";
            ApplyBounds(schema, property);
        }

        if (type.Type == typeof(JsonObject))
        {
            schema.Type = property?.IsGetNullable == true ? JsonSchemaType.Object | JsonSchemaType.Null : JsonSchemaType.Object;
        }

        if (type.ElementType is { } element && Element(element) is { } text)
        {
            text.MaxLength = property
                ?.AttributeProvider?.GetCustomAttributes(typeof(EachMaxLengthAttribute), inherit: true)
                .Cast<EachMaxLengthAttribute>()
                .FirstOrDefault()
                ?.Length;
            schema.Items = type.Kind == JsonTypeInfoKind.Enumerable ? text : schema.Items;
            schema.AdditionalProperties = type.Kind == JsonTypeInfoKind.Dictionary ? text : schema.AdditionalProperties;
        }
    }

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(DateTimeOffset) || type == typeof(DateTimeOffset?);

    private static OpenApiSchema? Element(Type element) =>
        element == typeof(string) ? new OpenApiSchema { Type = JsonSchemaType.String }
        : element == typeof(string[]) ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = Element(typeof(string)) }
        : null;

    private static void ApplyBounds(OpenApiSchema schema, JsonPropertyInfo? property)
    {
        foreach (var rule in property?.AttributeProvider?.GetCustomAttributes(typeof(ValidationAttribute), inherit: true) ?? [])
        {
            schema.MinLength ??= (rule as MinLengthAttribute)?.Length;
            schema.MaxLength ??= (rule as MaxLengthAttribute)?.Length;
            schema.Pattern ??= (rule as RegularExpressionAttribute)?.Pattern;
        }
    }
}
