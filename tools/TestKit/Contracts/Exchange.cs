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
        CheckHeaders(breaches);
        CheckBody(documented, body, breaches);
        if (response.IsSuccessStatusCode)
        {
            breaches.AddRange(RequestBreaches().Select(b => b with { Path = "accepted a request whose " + b.Path }));
        }

        return breaches;
    }

    /// <summary>What is wrong with the request's JSON body by its own schema.</summary>
    private IReadOnlyList<Breach> RequestBreaches()
    {
        if (sent is null || operation.RequestSchema() is not { } schema || request.Content?.Headers.ContentType?.MediaType != "application/json")
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(sent);
            return document.Validator.Validate(schema, json.RootElement);
        }
        catch (JsonException e)
        {
            return [new Breach("body", "JSON", e.Message)];
        }
    }

    /// <summary>What RFC 9110 asks of a status: 201 Location (15.3.2), 405 Allow (15.5.6), 503 Retry-After (services.md).</summary>
    private void CheckHeaders(List<Breach> breaches)
    {
        var needed = Status switch { 201 => "Location", 405 => "Allow", 503 when request.RequestUri!.AbsolutePath != "/health" => "Retry-After", _ => null };
        if (needed is not null && !response.Headers.Contains(needed) && !response.Content.Headers.Contains(needed))
        {
            breaches.Add(new Breach("header " + needed, "a value", "nothing"));
        }
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
            using var json = JsonDocument.Parse(body);
            breaches.AddRange(document.Validator.Validate(schema, json.RootElement));
        }
    }

    private static bool TryMedia(JsonElement content, string type, out JsonElement media) =>
        content.TryGetProperty(type, out media) || content.TryGetProperty("*/*", out media);
}
