using System.Text.Json.Nodes;
using Clients.Facts;
using Clients.Problems;
using IntegrationSuite.TestKit;

namespace Contracts.Facts;

[TestClass]
public sealed class ClaimTests : ServiceTest
{
    private FactsClient Facts => new(Client("facts"), Cancel);

    [TestMethod]
    [DataRow("factual")]
    [DataRow("legal")]
    [DataRow("mixed")]
    public async Task A_claim_is_stored_as_it_was_made(string type)
    {
        var sentences = await Facts.ParseAsync("He paid. She sued.");
        var request = new NewClaim(sentences[1].Id, sentences[0].Id) { ClaimType = type };
        using var response = await Client("facts").PostJsonAsync("/facts/claims", request, Cancel).ExpectAsync(201);
        var claim = await response.ReadStrictAsync<Claim>();
        Assert.AreEqual($"/facts/claims/{claim.Id}", response.Headers.Location?.OriginalString);
        Assert.AreEqual((request.DraftId, request.ClaimText, type), (claim.DraftId, claim.ClaimText, claim.ClaimType));
        Assert.AreSequenceEqual(request.SentenceIds.ToArray(), claim.SentenceIds.ToArray());
        Assert.IsEmpty(claim.ExhibitIds);
        Same(claim, await Facts.GetClaimAsync(claim.Id));
    }

    [TestMethod]
    public async Task A_claim_of_a_sentence_that_is_unknown_is_refused_and_not_stored()
    {
        var request = new NewClaim((await Facts.ParseAsync("He paid."))[0].Id, Guid.CreateVersion7());
        var problem = await Client("facts").PostJsonAsync("/facts/claims", request, Cancel).ExpectProblemAsync(404);
        Assert.Contains(request.SentenceIds[1].ToString(), problem.Detail);
        Assert.IsEmpty(await ListAsync($"draft_id={request.DraftId}"));
    }

    [TestMethod]
    [DataRow("draft_id", null)]
    [DataRow("draft_id", "\"nine\"")]
    [DataRow("sentence_ids", null)]
    [DataRow("sentence_ids", "[]")]
    [DataRow("sentence_ids", "[null]")]
    [DataRow("sentence_ids", "[\"019a0000-0000-7000-8000-000000000001\",\"019a0000-0000-7000-8000-000000000001\"]")]
    [DataRow("claim_text", null)]
    [DataRow("claim_text", "\"\"")]
    [DataRow("claim_text", "\" \\n\"")]
    [DataRow("claim_type", "\"Factual\"")]
    [DataRow("claim_type", "1")]
    [DataRow("id", "\"019a0000-0000-7000-8000-000000000001\"")]
    public async Task A_malformed_claim_is_refused_and_the_field_named(string field, string? value)
    {
        var body = JsonNode
            .Parse(
                """
                {"draft_id":"019a0000-0000-7000-8000-000000000001","sentence_ids":["019a0000-0000-7000-8000-000000000002"],"claim_text":"He paid.","claim_type":"legal"}
                """
            )!
            .AsObject();
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        var problem = await Client("facts").PostJsonAsync("/facts/claims", body.ToJsonString(), Cancel).ExpectProblemAsync(400);
        Assert.StartsWith(field, problem.Errors!.Keys.Single());
    }

    [TestMethod]
    public async Task Claims_of_a_draft_are_listed_newest_first_in_pages_with_their_total()
    {
        var draft = Guid.CreateVersion7();
        var sentence = (await Facts.ParseAsync("He paid."))[0].Id;
        var made = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            made.Insert(0, (await Facts.CreateClaimAsync(new NewClaim(sentence) { DraftId = draft })).Id);
        }

        Assert.AreSequenceEqual(made, await ListAsync($"draft_id={draft}"));
        using var page = await Client("facts").GetAsync($"/facts/claims?draft_id={draft}&limit=1&offset=1", Cancel).ExpectAsync(200);
        Assert.AreEqual("3", page.Headers.GetValues("X-Total-Count").Single());
        Assert.AreEqual(made[1], (await page.ReadStrictAsync<List<Claim>>()).Single().Id);
    }

    [TestMethod]
    public async Task Without_a_draft_the_newest_claims_of_all_are_listed()
    {
        var claim = await Facts.CreateClaimAsync();
        Assert.Contains(claim.Id, await ListAsync("limit=200"));
    }

    [TestMethod]
    [DataRow("limit=0")]
    [DataRow("limit=201")]
    [DataRow("offset=-1")]
    [DataRow("limit=ten")]
    [DataRow("draft_id=nine")]
    public Task A_list_with_a_bad_parameter_is_refused(string query) =>
        Client("facts").GetAsync($"/facts/claims?{query}", Cancel).ExpectProblemAsync(400);

    [TestMethod]
    public async Task A_change_leaves_what_it_does_not_name()
    {
        var claim = await Facts.CreateClaimAsync();
        var sentence = (await Facts.ParseAsync("She sued."))[0].Id;
        await Facts.ChangeClaimAsync(claim.Id, new ClaimChange(ClaimText: "She sued."));
        await Facts.ChangeClaimAsync(claim.Id, new ClaimChange(ClaimType: "mixed"));
        var changed = await Facts.ChangeClaimAsync(claim.Id, new ClaimChange(SentenceIds: [sentence]));
        Assert.AreEqual(
            (claim.DraftId, "She sued.", "mixed", sentence),
            (changed.DraftId, changed.ClaimText, changed.ClaimType, changed.SentenceIds.Single())
        );
        Assert.IsGreaterThan(claim.UpdatedAt, changed.UpdatedAt);
        Same(changed, await Facts.GetClaimAsync(claim.Id));
    }

    [TestMethod]
    public async Task A_change_that_is_repeated_changes_nothing_more()
    {
        var claim = await Facts.CreateClaimAsync();
        var change = new ClaimChange(claim.SentenceIds, "She sued.", "legal");
        Same(await Facts.ChangeClaimAsync(claim.Id, change), await Facts.ChangeClaimAsync(claim.Id, change));
    }

    [TestMethod]
    public async Task A_change_to_a_sentence_that_is_unknown_changes_nothing()
    {
        var claim = await Facts.CreateClaimAsync();
        var change = new ClaimChange([Guid.CreateVersion7()], "She sued.");
        await Client("facts").PutJsonAsync($"/facts/claims/{claim.Id}", change, Cancel).ExpectProblemAsync(404);
        Same(claim, await Facts.GetClaimAsync(claim.Id));
    }

    [TestMethod]
    [DataRow("""{"claim_text":""}""")]
    [DataRow("""{"claim_type":"true"}""")]
    [DataRow("""{"sentence_ids":[]}""")]
    [DataRow("""{"draft_id":"019a0000-0000-7000-8000-000000000001"}""")]
    [DataRow("[]")]
    public async Task A_malformed_change_is_refused(string body)
    {
        var claim = await Facts.CreateClaimAsync();
        await Client("facts").PutJsonAsync($"/facts/claims/{claim.Id}", body, Cancel).ExpectProblemAsync(400);
        Same(claim, await Facts.GetClaimAsync(claim.Id));
    }

    [TestMethod]
    public async Task A_claim_that_is_deleted_is_gone()
    {
        var claim = await Facts.CreateClaimAsync();
        await Facts.DeleteClaimAsync(claim.Id);
        await Client("facts").GetAsync($"/facts/claims/{claim.Id}", Cancel).ExpectProblemAsync(404);
        await Client("facts").DeleteAsync($"/facts/claims/{claim.Id}", Cancel).ExpectProblemAsync(404);
        await Client("facts").PutJsonAsync($"/facts/claims/{claim.Id}", new ClaimChange(), Cancel).ExpectProblemAsync(404);
        Assert.IsEmpty(await ListAsync($"draft_id={claim.DraftId}"));
    }

    private static void Same(Claim expected, Claim actual) => Assert.AreEqual(Text(expected), Text(actual));

    private static string Text(Claim claim) => System.Text.Json.JsonSerializer.Serialize(claim, Json.Strict);

    private async Task<List<Guid>> ListAsync(string query) =>
        (await Client("facts").GetAsync($"/facts/claims?{query}", Cancel).ExpectAsync<List<Claim>>(200)).ConvertAll(claim => claim.Id);
}
