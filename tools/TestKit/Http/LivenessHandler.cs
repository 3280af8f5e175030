using System.Net.Sockets;
using IntegrationSuite.TestKit.Session;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace IntegrationSuite.TestKit.Http;

/// <summary>A test that calls a service which has died fails at once and with that cause, instead of waiting for a timeout.</summary>
internal sealed class LivenessHandler(string service)
    : DelegatingHandler(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false })
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        FailIfDead(null);
        try
        {
            return await base.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or SocketException) // the latter when the connection is reset as it is made
        {
            FailIfDead(e);
            throw new AssertFailedException(
                $"{request.Method} {request.RequestUri}: the service '{service}' did not answer: {e.Message}",
                e
            );
        }
    }

    private void FailIfDead(Exception? cause)
    {
        if (RunningSuite.DeathOf(service) is { } death)
        {
            throw new AssertFailedException(death.ToString(), cause!);
        }
    }
}
