using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Http;

/// <summary>A test whose request has no answer in time, or none to its end, fails with the service's name instead of the client's nested timeouts.</summary>
/// <param name="service">The service that is called.</param>
/// <param name="patience">How long an answer may take, with its body where that is judged.</param>
/// <param name="inner">Sends the request.</param>
internal sealed class PatienceHandler(string service, TimeSpan patience, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        try
        {
            return await base.SendAsync(request, limit.Token);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AssertFailedException(
                $"{request.Method} {request.RequestUri}: the service '{service}' did not answer to the end within {patience.TotalSeconds:0.#} s.",
                e
            );
        }
    }
}
