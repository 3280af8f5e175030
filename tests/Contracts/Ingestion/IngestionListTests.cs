using Clients.Docx;
using Clients.Ingestion;
using Clients.LegalDocuments;
using Clients.Problems;
using Contracts.Lists;
using IntegrationSuite.TestKit;

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

    protected override async Task<Guid> StoreAsync(HttpClient http)
    {
        var ingestion = new IngestionClient(http, Cancel);
        if (Interlocked.Increment(ref _sent) % 10 == 0)
        {
            await ingestion.SendAsync(new NewIngestion(Blank)).ExpectProblemAsync(422);
            return Guid.Empty;
        }

        var sent = ingestion.SendAsync(new NewIngestion(Read) { CaseId = $"{Guid.CreateVersion7()}" });
        return (await sent.ExpectAsync<LegalDocument>(200)).Meta.Id;
    }
}
