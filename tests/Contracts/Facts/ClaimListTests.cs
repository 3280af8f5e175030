using Clients.Facts;
using Contracts.Lists;

namespace Contracts.Facts;

/// <summary>The claims of a draft.</summary>
[TestClass]
public sealed class ClaimListTests() : ListContract("facts")
{
    private readonly Guid _draft = Guid.CreateVersion7();
    private Guid[] _sentences = [];

    protected override string List => $"/facts/claims?draft_id={_draft}";

    protected override async Task PrepareAsync(HttpClient http) =>
        _sentences = [.. (await new FactsClient(http, Cancel).ParseAsync("He paid. She sued.")).Select(sentence => sentence.Id)];

    protected override async Task<Guid> StoreAsync(HttpClient http) =>
        (await new FactsClient(http, Cancel).CreateClaimAsync(new NewClaim(_sentences) { DraftId = _draft, ClaimType = "mixed" })).Id;

    protected override Task StoreOtherAsync(HttpClient http) => new FactsClient(http, Cancel).CreateClaimAsync(new NewClaim(_sentences));
}
