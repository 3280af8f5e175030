namespace IntegrationSuite.TestKit.Contracts;

/// <summary>A request, its answer, and the operation that both belong to.</summary>
internal sealed class Exchange(
    ApiDocument document,
    ApiOperation operation,
    byte[]? sent,
    HttpRequestMessage request,
    HttpResponseMessage response
)
{
    private int Status => (int)response.StatusCode;

    public List<Breach> Check(byte[] body)
    {
        if (operation.Response(Status) is not { } documented)
        {
            return
            [
                new Breach(
                    "status",
                    $"one of {string.Join(", ", operation.DocumentedStatuses)}",
                    $"{Status} {System.Text.Encoding.UTF8.GetString(body)}"
                ),
            ];
        }

        var type = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant();
        List<Breach> breaches = [.. HeaderRules.Check(document, documented, response)];
        if (request.Method != HttpMethod.Head) // it has no body, whatever a GET would have (RFC 9110, 9.3.2)
        {
            breaches.AddRange(ContentRules.Body(document, documented, type, body));
            breaches.AddRange(ContentRules.MediaType(documented, type, body.Length) is { } breach ? [breach] : []);
        }

        if (response.IsSuccessStatusCode)
        {
            breaches.AddRange(
                RequestRules.Check(document, operation, request, sent).Select(b => b with { Path = "accepted a request whose " + b.Path })
            );
        }

        return breaches;
    }
}
