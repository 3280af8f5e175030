using System.Net;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Contracts;

/// <summary>Every exchange of a test passes through here: an answer that the service's OpenAPI document does not allow fails the test.</summary>
internal sealed class ContractHandler(string service, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? null : await Buffer(request.Content, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        var body = await Buffer(response.Content, cancellationToken);
        var document = await ApiDocument.OfAsync(Suite.Url(service));
        var operation = document.Find(request.Method.Method, request.RequestUri!.AbsolutePath);
        var breaches = operation is not null
            ? new Exchange(document, operation, sent, request, response).Check(body)
            : CheckUnknown(document, request, response);
        return breaches.Count == 0
            ? response
            : throw new AssertFailedException(
                $"{service}: {operation?.ToString() ?? $"{request.Method} {request.RequestUri.AbsolutePath}"} broke its contract with status {(int)response.StatusCode}:\n  {string.Join("\n  ", breaches)}\nRepeat: {Curl.Of(request, sent)}"
            );
    }

    /// <summary>What is no operation is a 404, or a 405 where the path has others.</summary>
    private static List<Breach> CheckUnknown(ApiDocument document, HttpRequestMessage request, HttpResponseMessage response)
    {
        var breaches = new List<Breach>();
        if (response.StatusCode == HttpStatusCode.MethodNotAllowed)
        {
            HeaderRules.CheckAllow(document, request, response, breaches);
        }
        else if (response.StatusCode != HttpStatusCode.NotFound && request.RequestUri!.AbsolutePath != ApiDocument.Path)
        {
            breaches.Add(
                new Breach("status", "404 or 405, as no operation of the contract has this method and path", $"{(int)response.StatusCode}")
            );
        }

        return breaches;
    }

    private static async Task<byte[]> Buffer(HttpContent content, CancellationToken cancel)
    {
        await content.LoadIntoBufferAsync(cancel);
        return await content.ReadAsByteArrayAsync(cancel);
    }
}
