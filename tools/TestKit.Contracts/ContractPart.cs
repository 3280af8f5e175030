using IntegrationSuite.TestKit.Contracts;
using IntegrationSuite.TestKit.Contracts.Matrix;
using IntegrationSuite.TestKit.Session;

[assembly: SessionPart(typeof(ContractPart))]

namespace IntegrationSuite.TestKit.Contracts;

/// <summary>Every exchange of a test is counted in the matrix and held against the service's contract.</summary>
internal sealed class ContractPart : ISessionPart
{
    public HttpMessageHandler Observe(string service, HttpMessageHandler inner) => new MatrixHandler(service, inner);

    public HttpMessageHandler Judge(string service, HttpMessageHandler inner) =>
        new ContractHandler(service, ServiceContract.Of(service), inner);

    public Task WriteAsync(string results, string project) => ContractMatrix.WriteAsync(results, project);
}
