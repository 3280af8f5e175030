namespace IntegrationSuite.TestKit.Contracts.Matrix;

/// <summary>Counts every exchange of a test in the matrix, and judges none.</summary>
internal sealed class MatrixHandler(string service, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (
            await ServiceContract.Of(service).Read() is not { } document
            || document.Find(request.Method.Method, request.RequestUri!.AbsolutePath) is not { Defect: null } operation
        )
        {
            return await base.SendAsync(request, cancellationToken);
        }

        // Before it is sent: a content that was sent may not be there any more.
        var input = await RequestInput.ReadAsync(operation, request);
        var response = await base.SendAsync(request, cancellationToken);
        ContractMatrix.Count(service, operation, (int)response.StatusCode);
        if (input is { } read)
        {
            KeywordMatrix.Count(service, operation, KeywordRules.Of(document, operation), read, (int)response.StatusCode);
        }

        return response;
    }
}
