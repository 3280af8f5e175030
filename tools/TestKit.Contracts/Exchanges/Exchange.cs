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
        if (operation.Defect is not null)
        {
            return []; // nobody knows what it is to be
        }

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

        response.RequestMessage ??= request;
        List<Breach> breaches =
        [
            .. HeaderRules.Check(document, documented, response),
            .. ContentRules.Body(document, documented, response, body),
        ];
        breaches.AddRange(ContentRules.MediaType(documented, response) is { } breach ? [breach] : []);
        if (response.IsSuccessStatusCode)
        {
            breaches.AddRange(
                RequestRules.Check(operation, request, sent).Select(b => b with { Path = "accepted a request whose " + b.Path })
            );
        }

        return breaches;
    }
}
