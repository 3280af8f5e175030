using Clients.Exhibits;
using Clients.Records;
using Contracts.Lists;

namespace Contracts.Exhibits;

/// <summary>The exhibits of a draft.</summary>
[TestClass]
public sealed class ExhibitListTests() : ListContract("exhibits")
{
    private readonly Guid _draft = Guid.CreateVersion7();
    private Guid _document;

    protected override string List => $"/exhibits?draft_id={_draft}";

    protected override async Task PrepareAsync(HttpClient http) =>
        _document = (await new RecordsClient(Client("records"), Cancel).AddEvidenceAsync()).Id;

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        (
            await new ExhibitsClient(http, Cancel).CreateAsync(
                new NewExhibit
                {
                    DraftId = _draft,
                    SentenceIds = [Guid.CreateVersion7(), Guid.CreateVersion7()],
                    DocumentIds = [_document],
                }
            )
        ).Id;

    protected override Task StoreOtherAsync(HttpClient http) => new ExhibitsClient(http, Cancel).CreateAsync();
}
