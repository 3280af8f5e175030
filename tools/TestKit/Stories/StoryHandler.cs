namespace IntegrationSuite.TestKit.Stories;

/// <summary>Writes every exchange of a test into its story.</summary>
internal sealed class StoryHandler(Story story, string service, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var outcome = "no answer";
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            outcome = $"{(int)response.StatusCode}";
            return response;
        }
        finally
        {
            story.Add(service, $"{request.Method} {request.RequestUri!.PathAndQuery}", outcome);
        }
    }
}
