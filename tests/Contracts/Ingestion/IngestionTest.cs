using Clients.Ingestion;
using IntegrationSuite.TestKit;

namespace Contracts.Ingestion;

/// <summary>A test of Ingestion's contract.</summary>
public abstract class IngestionTest : ServiceTest
{
    /// <summary>Ingestion as it answers, for what must be refused.</summary>
    protected HttpClient Http => Client("ingestion");

    /// <summary>Ingestion on the good path.</summary>
    protected IngestionClient Ingestion => new(Http, Cancel);
}
