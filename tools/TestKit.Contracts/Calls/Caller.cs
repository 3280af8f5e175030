using System.Text.Json.Nodes;

namespace IntegrationSuite.TestKit.Contracts.Calls;

/// <summary>Sends what was generated for an operation.</summary>
internal static class Caller
{
    /// <summary>Calls an operation with an input: an object with <c>path</c>, <c>query</c>, <c>body</c> and what else it has.</summary>
    public static Task<Answer> SendAsync(this ApiService service, ApiOperation operation, JsonObject input, CancellationToken cancel) =>
        service.SendAsync(RequestWriter.RequestOf(operation, input), cancel);

    /// <summary>Sends any request, with the credentials of the operation at its address.</summary>
    /// <param name="isProved">Whether it has them.</param>
    public static async Task<Answer> SendAsync(
        this ApiService service,
        HttpRequestMessage request,
        CancellationToken cancel,
        bool isProved = true
    )
    {
        using var disposed = request;
        if (isProved && OperationOf(service.Document, request) is { } operation)
        {
            await Security.ProveAsync(request, operation);
        }

        var content = request.Content;
        var sent = content is null or UnsentContent ? null : await content.ReadAsByteArrayAsync(cancel);
        request.Headers.ExpectContinue = content is UnsentContent;
        var response = await service.Client.SendAsync(request, cancel);
        return new Answer(response, await response.Content.ReadAsByteArrayAsync(cancel), Curl.Of(service.Document, request, sent));
    }

    /// <summary>That of its method; else another one of its path, as who may not come near a path is not told its methods.</summary>
    private static ApiOperation? OperationOf(ApiDocument document, HttpRequestMessage request)
    {
        var path = request.RequestUri!.OriginalString.Split('?')[0];
        return document.Find(request.Method.Method, path) ?? document.Operations.FirstOrDefault(operation => operation.Matches(path));
    }
}
