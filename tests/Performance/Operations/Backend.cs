using Clients.BlockKit;
using Clients.Caselaw;
using Clients.Exhibits;
using Clients.Export;
using Clients.Facts;
using Clients.Ingestion;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Performance.Operations;

/// <summary>Clients of all services. Bare ones: what the tests' usual ones check of every exchange would count as the service's time.</summary>
internal sealed class Backend : IDisposable
{
    private readonly Dictionary<string, HttpClient> _clients;

    /// <summary>Of the run's own services.</summary>
    public Backend()
        : this(Suite.State.Services.ToDictionary(service => service.Name, service => BareClient(Suite.Url(service.Name)))) { }

    private Backend(Dictionary<string, HttpClient> clients) => _clients = clients;

    public RecordsClient Records => new(Http("records"));

    public IngestionClient Ingestion => new(Http("ingestion"));

    public ExportClient Export => new(Http("export"));

    public FactsClient Facts => new(Http("facts"));

    public ExhibitsClient Exhibits => new(Http("exhibits"));

    public CaselawClient Caselaw => new(Http("caselaw"));

    public BlockTemplatesClient Captions => new(Http("caseblock"), "/caseblock/templates");

    public BlockTemplatesClient Signatures => new(Http("signature"), "/signature/templates");

    /// <summary>The client of a service.</summary>
    public HttpClient Http(string service) => _clients[service];

    /// <summary>The same, but for one service.</summary>
    public Backend With(string service, HttpClient client) => new(new(_clients) { [service] = client });

    /// <summary>A client that adds nothing to the time of a call.</summary>
    public static HttpClient BareClient(Uri address) => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };

    /// <inheritdoc />
    public void Dispose() => _clients.Values.ToList().ForEach(client => client.Dispose());
}
