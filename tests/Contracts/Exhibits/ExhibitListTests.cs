using Clients.Exhibits;
using Contracts.Lists;

namespace Contracts.Exhibits;

/// <summary>The exhibits of a draft.</summary>
[TestClass]
public sealed class ExhibitListTests() : ListContract("exhibits")
{
    private readonly Guid _draft = Guid.CreateVersion7();

    protected override string List => $"/exhibits?draft_id={_draft}";

    protected override Task StoreAsync(HttpClient http) => new ExhibitsClient(http, Cancel).CreateAsync(new NewExhibit { DraftId = _draft });

    protected override Task StoreOtherAsync(HttpClient http) => new ExhibitsClient(http, Cancel).CreateAsync();
}
