using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Contracts;

/// <summary>Every exchange of a test passes through here: an answer that the service's OpenAPI document does not allow fails the test.</summary>
internal sealed class ContractHandler(string service, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? null : await Buffer(request.Content, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(cancellationToken);
        var document = await ApiDocument.OfAsync(Suite.Url(service));
        if (document.Find(request.Method.Method, request.RequestUri!.AbsolutePath) is { } operation)
        {
            ContractMatrix.Count(service, operation, (int)response.StatusCode);
            var breaches = new Exchange(document, operation, sent, request, response).Check(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            if (breaches.Count > 0)
            {
                throw new AssertFailedException($"{service}: {operation} broke its contract with status {(int)response.StatusCode}:\n  {string.Join("\n  ", breaches)}\nRepeat: {Curl.Of(request, sent)}");
            }
        }
        else if (request.RequestUri!.AbsolutePath != ApiDocument.Path && response.StatusCode is not (System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.MethodNotAllowed))
        {
            throw new AssertFailedException($"{service}: {request.Method} {request.RequestUri!.AbsolutePath} answered {(int)response.StatusCode}, but no operation of its contract has this method and path.\nRepeat: {Curl.Of(request, sent)}");
        }

        return response;
    }

    private static async Task<byte[]> Buffer(HttpContent content, CancellationToken cancel)
    {
        await content.LoadIntoBufferAsync(cancel);
        return await content.ReadAsByteArrayAsync(cancel);
    }
}
