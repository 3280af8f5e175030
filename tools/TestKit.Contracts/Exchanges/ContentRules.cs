using System.Text.Json;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>The media type and the body that an answer must have.</summary>
internal static class ContentRules
{
    /// <summary>A documented media type. Where none is documented, nothing is said of the body; what can't have one (RFC 9110, 6.4.1) needs none.</summary>
    public static Breach? MediaType(JsonElement documented, HttpResponseMessage response) =>
        IsBodiless(response) || !documented.TryGetProperty("content", out var content) || content.GetPropertyCount() == 0 ? null
        : response.Content.Headers.ContentType?.ToString() is { } type && MediaTypes.Of(content, type) is not null ? null
        : new Breach(
            "header Content-Type",
            string.Join(" or ", content.EnumerateObject().Select(media => media.Name)),
            response.Content.Headers.ContentType?.MediaType ?? "nothing"
        );

    /// <summary>The documented schema, for JSON of a documented media type, and for text.</summary>
    public static IReadOnlyList<Breach> Body(ApiDocument document, JsonElement documented, HttpResponseMessage response, byte[] body) =>
        !IsBodiless(response)
        && response.Content.Headers.ContentType?.ToString() is { } type
        && documented.TryGetProperty("content", out var content)
        && MediaTypes.Of(content, type) is { } media
        && media.Value.TryGetProperty("schema", out var schema)
            ? MediaTypes.IsJson(MediaTypes.Normal(type))
                ? document.AnswerValidator.Validate(schema, body)
                : MediaTypes.IsText(MediaTypes.Normal(type))
                    ? document.AnswerValidator.Validate(
                        schema,
                        JsonSerializer.SerializeToElement(System.Text.Encoding.UTF8.GetString(body))
                    )
                    : []
            : [];

    private static bool IsBodiless(HttpResponseMessage response) =>
        response.RequestMessage?.Method == HttpMethod.Head || (int)response.StatusCode is 204 or 304 or (>= 100 and < 200);
}
