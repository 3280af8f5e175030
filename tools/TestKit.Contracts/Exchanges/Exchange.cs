namespace TestKit.Contracts;

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
                    $"one of {string.Join(", ", operation.Statuses)}",
                    $"{Status} {System.Text.Encoding.UTF8.GetString(body)}"
                ),
            ];
        }

        var type = response.Content.Headers.ContentType?.MediaType;
        List<Breach> breaches =
        [
            .. HeaderRules.Check(document, documented, response),
            .. ContentRules.Body(document, documented, type, body),
        ];
        if (ContentRules.MediaType(documented, type, body.Length) is { } breach)
        {
            breaches.Add(breach);
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
