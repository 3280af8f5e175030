using System.Net;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Manifests;
using IntegrationSuite.TestKit.Gates;

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Every exchange of a test passes through here: an answer that the service's OpenAPI document does not allow fails the test.</summary>
/// <param name="service">The service's name, for messages.</param>
/// <param name="contract">Its contract.</param>
/// <param name="inner">Sends the request.</param>
internal sealed class ContractHandler(string service, ServiceContract contract, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (contract.Level == GateLevel.Off || await contract.Read() is not { } document)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        var sent = request.Content is null ? null : await Buffer(request.Content, cancellationToken);
        var response = await base.SendAsync(request, cancellationToken);
        var body = await Buffer(response.Content, cancellationToken);
        var operation = document.Find(request.Method.Method, request.RequestUri!.AbsolutePath);
        var breaches = operation is not null
            ? new Exchange(document, operation, sent, request, response).Check(body)
            : CheckUnknown(document, request, response);
        if (breaches.Count > 0)
        {
            Tell($"{Head(operation, response)}:\n  {string.Join("\n  ", breaches)}", Curl.Of(document, request, sent));
        }

        return response;
    }

    // The build warns of it once for all tests that see the same: not of how one of them came to see it.
    private void Tell(string breach, string repeat) =>
        ServiceGate.Broken(
            ErrorCodes.ContractBroken,
            service,
            contract.Level == GateLevel.Error ? $"{breach}\nRepeat: {repeat}" : breach,
            new GateLevels(Contracts: contract.Level)
        );

    private string Head(ApiOperation? operation, HttpResponseMessage response) =>
        $"{service}: {operation?.ToString() ?? $"{response.RequestMessage!.Method} {response.RequestMessage.RequestUri!.AbsolutePath}"} broke its contract with status {(int)response.StatusCode}";

    /// <summary>What is no operation is a 404, or a 405 where the path has others.</summary>
    private List<Breach> CheckUnknown(ApiDocument document, HttpRequestMessage request, HttpResponseMessage response)
    {
        var breaches = new List<Breach>();
        if (response.StatusCode == HttpStatusCode.MethodNotAllowed)
        {
            HeaderRules.CheckAllow(document, request, response, breaches);
        }
        else if (response.StatusCode != HttpStatusCode.NotFound && request.RequestUri!.AbsolutePath != contract.Path)
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
