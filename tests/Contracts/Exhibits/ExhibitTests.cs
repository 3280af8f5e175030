using System.Text.Json;
using System.Text.Json.Nodes;
using Clients.Exhibits;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Exhibits;

[TestClass]
public sealed class ExhibitTests : ServiceTest
{
    private ExhibitsClient Exhibits => new(Client("exhibits"), Cancel);

    private RecordsClient Records => new(Client("records"), Cancel);

    [TestMethod]
    public async Task An_exhibit_is_stored_as_it_was_made()
    {
        var request = new NewExhibit
        {
            SentenceIds = [Guid.CreateVersion7(), Guid.CreateVersion7()],
            DocumentIds = [(await Records.AddEvidenceAsync()).Id, (await Records.AddEvidenceAsync()).Id],
        };
        using var response = await Client("exhibits").PostJsonAsync("/exhibits", request, Cancel).ExpectAsync(201);
        var exhibit = await response.ReadStrictAsync<Exhibit>();
        Assert.AreEqual($"/exhibits/{exhibit.Id}", response.Headers.Location?.OriginalString);
        Assert.AreEqual((request.DraftId, request.Title), (exhibit.DraftId, exhibit.Title));
        Assert.AreSequenceEqual(request.SentenceIds.ToArray(), exhibit.SentenceIds.ToArray());
        Assert.AreSequenceEqual(request.DocumentIds.ToArray(), exhibit.DocumentIds.ToArray());
        Same(exhibit, await Exhibits.GetAsync(exhibit.Id));
    }

    [TestMethod]
    public async Task An_exhibit_of_a_document_that_is_unknown_is_refused_and_not_stored()
    {
        var request = new NewExhibit { DocumentIds = [(await Records.AddEvidenceAsync()).Id, Guid.CreateVersion7()] };
        var problem = await Client("exhibits").PostJsonAsync("/exhibits", request, Cancel).ExpectProblemAsync(404);
        Assert.Contains(request.DocumentIds[1].ToString(), problem.Detail);
        Assert.IsEmpty(await ListAsync($"draft_id={request.DraftId}"));
    }

    [TestMethod]
    [DataRow("draft_id", null)]
    [DataRow("draft_id", "\"nine\"")]
    [DataRow("title", null)]
    [DataRow("title", "\"\"")]
    [DataRow("title", "\" \"")]
    [DataRow("title", "5")]
    [DataRow("sentence_ids", "[7]")]
    [DataRow("document_ids", "{}")]
    [DataRow("document_ids", "[\"019a0000-0000-7000-8000-000000000001\",\"019a0000-0000-7000-8000-000000000001\"]")]
    [DataRow("label", "\"A\"")]
    public async Task A_malformed_exhibit_is_refused_and_the_field_named(string field, string? value)
    {
        var body = new JsonObject { ["draft_id"] = Guid.CreateVersion7(), ["title"] = "Lease" };
        body.Remove(field);
        if (value is not null)
        {
            body[field] = JsonNode.Parse(value);
        }

        var problem = await Client("exhibits").PostJsonAsync("/exhibits", body.ToJsonString(), Cancel).ExpectProblemAsync(400);
        Assert.StartsWith(field, problem.Errors!.Keys.Single());
    }

    [TestMethod]
    public async Task Exhibits_of_a_draft_are_listed_newest_first_in_pages_with_their_total()
    {
        var draft = Guid.CreateVersion7();
        var made = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            made.Insert(0, (await Exhibits.CreateAsync(new NewExhibit { DraftId = draft })).Id);
        }

        Assert.AreSequenceEqual(made, await ListAsync($"draft_id={draft}"));
        using var page = await Client("exhibits").GetAsync($"/exhibits?draft_id={draft}&limit=1&offset=2", Cancel).ExpectAsync(200);
        Assert.AreEqual("3", page.Headers.GetValues("X-Total-Count").Single());
        Assert.AreEqual(made[2], (await page.ReadStrictAsync<List<Exhibit>>()).Single().Id);
    }

    [TestMethod]
    public async Task Without_a_draft_the_newest_exhibits_of_all_are_listed()
    {
        var exhibit = await Exhibits.CreateAsync();
        Assert.Contains(exhibit.Id, await ListAsync("limit=200"));
    }

    [TestMethod]
    [DataRow("limit=0")]
    [DataRow("offset=-1")]
    [DataRow("draft_id=nine")]
    public Task A_list_with_a_bad_parameter_is_refused(string query) =>
        Client("exhibits").GetAsync($"/exhibits?{query}", Cancel).ExpectProblemAsync(400);

    [TestMethod]
    public async Task A_change_leaves_what_it_does_not_name()
    {
        var exhibit = await Exhibits.CreateAsync(new NewExhibit { DocumentIds = [(await Records.AddEvidenceAsync()).Id] });
        var sentence = Guid.CreateVersion7();
        await Exhibits.ChangeAsync(exhibit.Id, new ExhibitChange("Receipt"));
        var changed = await Exhibits.ChangeAsync(exhibit.Id, new ExhibitChange(SentenceIds: [sentence]));
        Same(exhibit with { Title = "Receipt", SentenceIds = [sentence], UpdatedAt = changed.UpdatedAt }, changed);
        Assert.IsGreaterThan(exhibit.UpdatedAt, changed.UpdatedAt);
    }

    [TestMethod]
    public async Task A_change_that_is_repeated_changes_nothing_more()
    {
        var exhibit = await Exhibits.CreateAsync();
        var change = new ExhibitChange("Receipt", [Guid.CreateVersion7()]);
        Same(await Exhibits.ChangeAsync(exhibit.Id, change), await Exhibits.ChangeAsync(exhibit.Id, change));
    }

    [TestMethod]
    [DataRow("""{"title":""}""")]
    [DataRow("""{"sentence_ids":[null]}""")]
    [DataRow("""{"document_ids":[]}""")]
    [DataRow("nothing")]
    public async Task A_malformed_change_is_refused(string body)
    {
        var exhibit = await Exhibits.CreateAsync();
        await Client("exhibits").PutJsonAsync($"/exhibits/{exhibit.Id}", body, Cancel).ExpectProblemAsync(400);
        Same(exhibit, await Exhibits.GetAsync(exhibit.Id));
    }

    [TestMethod]
    public async Task An_exhibit_that_is_deleted_is_gone()
    {
        var exhibit = await Exhibits.CreateAsync();
        await Exhibits.DeleteAsync(exhibit.Id);
        await Client("exhibits").GetAsync($"/exhibits/{exhibit.Id}", Cancel).ExpectProblemAsync(404);
        await Client("exhibits").DeleteAsync($"/exhibits/{exhibit.Id}", Cancel).ExpectProblemAsync(404);
        await Client("exhibits").PutJsonAsync($"/exhibits/{exhibit.Id}", new ExhibitChange("Receipt"), Cancel).ExpectProblemAsync(404);
        Assert.IsEmpty(await ListAsync($"draft_id={exhibit.DraftId}"));
    }

    private static void Same(Exhibit expected, Exhibit actual) =>
        Assert.AreEqual(JsonSerializer.Serialize(expected, Json.Strict), JsonSerializer.Serialize(actual, Json.Strict));

    private async Task<List<Guid>> ListAsync(string query) =>
        (await Client("exhibits").GetAsync($"/exhibits?{query}", Cancel).ExpectAsync<List<Exhibit>>(200)).ConvertAll(exhibit => exhibit.Id);
}
