using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using ServiceDefaults.Http;

namespace ServiceDefaults.OpenApi;

/// <summary>The words of an enum, which the exporter cannot see behind <see cref="StrictEnumConverter"/>.</summary>
internal static class EnumSchema
{
    public static void Complete(OpenApiSchema schema, Type type)
    {
        var nullable = Nullable.GetUnderlyingType(type);
        if ((nullable ?? type).IsEnum)
        {
            JsonNode[] none = nullable is null ? [] : [JsonNullSentinel.JsonNull];
            schema.Type = nullable is null ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Enum = [.. StrictEnumConverter.Words(nullable ?? type).Select(word => JsonValue.Create(word)), .. none];
        }
    }
}
