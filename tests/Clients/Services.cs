using Clients.CaseBlock;
using Clients.Caselaw;
using Clients.Exhibits;
using Clients.Export;
using Clients.Facts;
using Clients.Ingestion;
using Clients.Records;
using Clients.Signature;

namespace Clients;

/// <summary>The eight services as a test that goes through several of them uses them.</summary>
/// <param name="http">Gives the HTTP client of a service by its name.</param>
/// <param name="cancel">Ends with the test.</param>
public sealed class Services(Func<string, HttpClient> http, CancellationToken cancel)
{
    public RecordsClient Records => new(http("records"), cancel);

    public IngestionClient Ingestion => new(http("ingestion"), cancel);

    public ExportClient Export => new(http("export"), cancel);

    public CaseBlockClient CaseBlock => new(http("caseblock"), cancel);

    public SignatureClient Signature => new(http("signature"), cancel);

    public FactsClient Facts => new(http("facts"), cancel);

    public ExhibitsClient Exhibits => new(http("exhibits"), cancel);

    public CaselawClient Caselaw => new(http("caselaw"), cancel);

    /// <summary>For what the typed clients have no words.</summary>
    public HttpClient Http(string service) => http(service);
}
