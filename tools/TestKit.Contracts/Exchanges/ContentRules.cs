using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The media type and the body that an answer must have.</summary>
internal static class ContentRules
{
    /// <summary>A documented media type; no body at all where none is documented.</summary>
    public static Breach? MediaType(JsonElement documented, string? type, int length) =>
        !documented.TryGetProperty("content", out var content)
            ? length == 0
                ? null
                : new Breach("body", "nothing", $"{length} bytes of {type}")
            : type is not null && TryMedia(content, type, out _)
                ? null
                : new Breach(
                    "header Content-Type",
                    string.Join(" or ", content.EnumerateObject().Select(media => media.Name)),
                    type ?? "nothing"
                );

    /// <summary>The documented schema, for JSON of a documented media type.</summary>
    public static IReadOnlyList<Breach> Body(ApiDocument document, JsonElement documented, string? type, byte[] body) =>
        type?.EndsWith("json", StringComparison.Ordinal) == true
        && documented.TryGetProperty("content", out var content)
        && TryMedia(content, type, out var media)
        && media.TryGetProperty("schema", out var schema)
            ? document.Validator.Validate(schema, body)
            : [];

    private static bool TryMedia(JsonElement content, string type, out JsonElement media) =>
        content.TryGetProperty(type, out media)
        || content.TryGetProperty($"{type.Split('/')[0]}/*", out media)
        || content.TryGetProperty("*/*", out media);
}
