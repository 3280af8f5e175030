using IntegrationSuite.TestKit;

namespace Clients.Facts;

/// <summary>Facts as a test uses it on the good path: each call expects success, and reads the answer strictly.</summary>
public sealed class FactsClient(HttpClient http, CancellationToken cancel = default)
{
    public Task<IReadOnlyList<Sentence>> ParseAsync(string text, params IReadOnlyList<KnownSentence> known) =>
        ParseAsync(new ParseRequest(text) { KnownSentences = known });

    public async Task<IReadOnlyList<Sentence>> ParseAsync(ParseRequest request) =>
        (await http.PostJsonAsync("/facts/parse", request, cancel).ExpectAsync<ParseResult>(200)).Sentences;

    public Task<StoredSentence> GetSentenceAsync(Guid id) =>
        http.GetAsync($"/facts/sentences/{id}", cancel).ExpectAsync<StoredSentence>(200);

    public Task<Claim> CreateClaimAsync(NewClaim claim) => http.PostJsonAsync("/facts/claims", claim, cancel).ExpectAsync<Claim>(201);

    /// <summary>Creates a claim that one sentence of its own makes.</summary>
    public async Task<Claim> CreateClaimAsync() => await CreateClaimAsync(new NewClaim((await ParseAsync("The tenant paid."))[0].Id));

    public Task<Claim> GetClaimAsync(Guid id) => http.GetAsync($"/facts/claims/{id}", cancel).ExpectAsync<Claim>(200);

    public Task<Claim> ChangeClaimAsync(Guid id, ClaimChange change) =>
        http.PutJsonAsync($"/facts/claims/{id}", change, cancel).ExpectAsync<Claim>(200);

    public Task DeleteClaimAsync(Guid id) => http.DeleteAsync($"/facts/claims/{id}", cancel).ExpectAsync(204);

    public Task<Claim> LinkExhibitAsync(Guid claim, Guid exhibit) =>
        http.PostJsonAsync($"/facts/claims/{claim}/exhibits", new { ExhibitId = exhibit }, cancel).ExpectAsync<Claim>(201);

    public Task UnlinkExhibitAsync(Guid claim, Guid exhibit) =>
        http.DeleteAsync($"/facts/claims/{claim}/exhibits/{exhibit}", cancel).ExpectAsync(204);

    public Task<ClaimSupport> GetSupportAsync(Guid claim) =>
        http.GetAsync($"/facts/claims/{claim}/support", cancel).ExpectAsync<ClaimSupport>(200);
}
