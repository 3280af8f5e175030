using Clients.Facts;
using Contracts.Lists;

namespace Contracts.Facts;

/// <summary>The claims of a draft.</summary>
[TestClass]
public sealed class ClaimListTests() : ListContract("facts")
{
    private readonly Guid _draft = Guid.CreateVersion7();
    private Guid _sentence;

    protected override string List => $"/facts/claims?draft_id={_draft}";

    protected override async Task PrepareAsync(HttpClient http) => _sentence = (await new FactsClient(http, Cancel).ParseAsync("He paid."))[0].Id;

    protected override Task StoreAsync(HttpClient http) => new FactsClient(http, Cancel).CreateClaimAsync(new NewClaim(_sentence) { DraftId = _draft });

    protected override Task StoreOtherAsync(HttpClient http) => new FactsClient(http, Cancel).CreateClaimAsync(new NewClaim(_sentence));
}
