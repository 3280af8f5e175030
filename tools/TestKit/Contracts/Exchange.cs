using System.Text.Json;

namespace TestKit.Contracts;

/// <summary>A request, its answer, and the operation that both belong to.</summary>
internal sealed class Exchange(ApiDocument document, ApiOperation operation, byte[]? sent, HttpRequestMessage request, HttpResponseMessage response)
{
    private int Status => (int)response.StatusCode;

    public List<Breach> Check(byte[] body)
    {
        if (operation.Response(Status) is not { } documented)
        {
            return [new Breach("status", $"one of {string.Join(", ", operation.Statuses)}", $"{Status} {System.Text.Encoding.UTF8.GetString(body)}")];
        }

        var breaches = new List<Breach>();
        HeaderRules.Check(document, documented, response, breaches);
        CheckBody(documented, body, breaches);
        if (response.IsSuccessStatusCode)
        {
            breaches.AddRange(RequestRules.Check(document, operation, request, sent).Select(b => b with { Path = "accepted a request whose " + b.Path }));
        }

        return breaches;
    }

    private void CheckBody(JsonElement documented, byte[] body, List<Breach> breaches)
    {
        var type = response.Content.Headers.ContentType?.MediaType;
        if (!documented.TryGetProperty("content", out var content))
        {
            if (body.Length > 0)
            {
                breaches.Add(new Breach("body", "nothing", $"{body.Length} bytes of {type}"));
            }
        }
        else if (type is null || !TryMedia(content, type, out var media))
        {
            breaches.Add(new Breach("header Content-Type", string.Join(" or ", content.EnumerateObject().Select(c => c.Name)), type ?? "nothing"));
        }
        else if (type.EndsWith("json", StringComparison.Ordinal) && media.TryGetProperty("schema", out var schema))
        {
            breaches.AddRange(document.Validator.Validate(schema, body));
        }
    }

    private static bool TryMedia(JsonElement content, string type, out JsonElement media) =>
        content.TryGetProperty(type, out media) || content.TryGetProperty("*/*", out media);
}
