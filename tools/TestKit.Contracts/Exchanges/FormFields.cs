using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The body of a form as an object, and the object as fields (OpenAPI 3.1, 4.8.14).</summary>
internal static class FormFields
{
    /// <summary>A body of <c>application/x-www-form-urlencoded</c> or <c>multipart/form-data</c>.</summary>
    public static HttpContent Write(ApiDocument document, JsonProperty media, JsonObject body) =>
        media.Name == MediaTypes.Form
            ? new FormUrlEncodedContent(
                Texts(document, media, body).SelectMany(field => field.Select(text => KeyValuePair.Create(field.Key, text)))
            )
            : Multipart(document, media, body);

    /// <summary>The texts of each field; those of a file are its bytes, as JSON has them.</summary>
    public static ILookup<string, string> Texts(ApiDocument document, JsonProperty media, JsonObject body) =>
        body.SelectMany(member => Field(document, media, member.Key).Write(member.Value))
            .ToLookup(field => field.Name, field => field.Text);

    /// <summary>The object that a form stands for.</summary>
    /// <exception cref="FormatException">A field is there twice, or is not the JSON that it should be.</exception>
    public static JsonObject Read(ApiDocument document, JsonProperty media, ILookup<string, string> sent)
    {
        var members = new JsonObject();
        foreach (var field in sent.Select(field => Field(document, media, field.Key)).ToList())
        {
            var isOneFile = IsFile(document, media, field.Name) && !field.MayBeList;
            members[field.Name] =
                isOneFile ? string.Concat(sent[field.Name])
                : field.TryRead(sent, out var value) ? value
                : null;
        }

        return members;
    }

    private static MultipartFormDataContent Multipart(ApiDocument document, JsonProperty media, JsonObject body)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in body)
        {
            if (IsFile(document, media, name))
            {
                foreach (var file in value is JsonArray files ? files : [value?.DeepClone()])
                {
                    form.Add(File(TextValue.Write(file)), name, "generated.bin");
                }
            }
            else
            {
                foreach (var (field, text) in Field(document, media, name).Write(value))
                {
                    form.Add(
                        value is JsonObject ? new StringContent(text, Encoding.UTF8, "application/json") : new StringContent(text),
                        field
                    );
                }
            }
        }

        return form;
    }

    private static ParameterText Field(ApiDocument document, JsonProperty media, string name) =>
        ParameterText.OfField(document, name, Member(document, media, name), media.Value);

    private static JsonElement Member(ApiDocument document, JsonProperty media, string name) =>
        WholeSchema.Of(document, media.Value.GetProperty("schema")) is { ValueKind: JsonValueKind.Object } schema
        && schema.TryGetProperty("properties", out var members)
        && members.TryGetProperty(name, out var member)
            ? member
            : default;

    /// <summary>Bytes: <c>binary</c> as OpenAPI 3.0 has it, or a media type of its own as 3.1 does.</summary>
    private static bool IsFile(ApiDocument document, JsonProperty media, string name)
    {
        var schema = WholeSchema.Of(document, Member(document, media, name));
        schema =
            schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty("items", out var items)
                ? WholeSchema.Of(document, items)
                : schema;
        return schema.ValueKind == JsonValueKind.Object
            && (
                (schema.TryGetProperty("format", out var format) && format.ValueEquals("binary"))
                || schema.TryGetProperty("contentMediaType", out _)
            );
    }

    private static ByteArrayContent File(string text) => new(Bytes(text)) { Headers = { ContentType = new("application/octet-stream") } };

    /// <summary>JSON holds bytes as base64; a shrunk one may be none any more.</summary>
    public static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(text);
    }
}
