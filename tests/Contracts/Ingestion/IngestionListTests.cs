using Clients.Docx;
using Clients.Ingestion;
using Contracts.Lists;
using TestKit;

namespace Contracts.Ingestion;

/// <summary>What was handed in: files that were read, and files that were not.</summary>
[TestClass]
public sealed class IngestionListTests() : ListContract("ingestion", isShared: true)
{
    private static readonly byte[] Read = new DocxBuilder().Text("Text.").Build();
    private static readonly byte[] Blank = new DocxBuilder().Text(" ").Build();
    private int _sent;

    protected override string List => "/ingestions";

    protected override int Count => 51;

    protected override Task StoreAsync(HttpClient http) => Interlocked.Increment(ref _sent) % 10 == 0
        ? new IngestionClient(http, Cancel).SendAsync(new NewIngestion(Blank)).ExpectProblemAsync(422)
        : new IngestionClient(http, Cancel).IngestAsync(Read);
}
