using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace ServiceDefaults.Http;

/// <summary>Reads any JSON object. The converter of System.Text.Json answers two members of one name with an <see cref="ArgumentException"/>, which is no <see cref="JsonException"/> and would be a 500.</summary>
internal sealed class JsonObjectConverter : JsonConverter<JsonObject>
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public override JsonObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("not an object");
        }

        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return JsonNode.Parse(document.RootElement.GetRawText(), documentOptions: Strict)!.AsObject();
        }
        catch (InvalidOperationException e)
        {
            throw new JsonException("not valid Unicode", e);
        }
    }

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
