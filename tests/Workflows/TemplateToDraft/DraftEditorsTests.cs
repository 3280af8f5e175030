using System.Net;
using System.Text.Json.Nodes;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Workflows.TemplateToDraft;

/// <summary>Several people on one draft.</summary>
[TestClass]
public sealed class DraftEditorsTests : ServiceTest
{
    private const int Many = 32;

    private RecordsClient Records => new(Client("records"), Cancel);

    [TestMethod]
    public async Task Of_two_editors_one_wins_and_the_other_is_told_and_saves_on_top()
    {
        var read = await Records.CreateDraftAsync(new JsonObject { ["lines"] = new JsonArray() });
        var responses = await Task.WhenAll(SaveAsync(read, "Ann"), SaveAsync(read, "Bob"));
        var loser = responses[0].StatusCode == HttpStatusCode.OK ? "Bob" : "Ann";
        await SaveAsync(await Records.GetDraftAsync(read.Id), loser).ExpectAsync(200);

        AssertStatuses(responses, won: 1);
        var draft = await Records.GetDraftAsync(read.Id);
        Assert.AreEqual(3, draft.Version);
        Assert.AreEqual("Ann Bob", string.Join(' ', Lines(draft.DocumentJson).Order()));
    }

    [TestMethod]
    public async Task Of_32_saves_of_one_version_exactly_one_is_taken_and_kept_whole()
    {
        var read = await Records.CreateDraftAsync(new JsonObject { ["lines"] = new JsonArray() });
        var responses = await Task.WhenAll(Enumerable.Range(0, Many).Select(i => SaveAsync(read, $"editor {i}")));

        AssertStatuses(responses, won: 1);
        var winner = Array.FindIndex(responses, r => r.StatusCode == HttpStatusCode.OK);
        var draft = await Records.GetDraftAsync(read.Id);
        Assert.AreEqual(2, draft.Version);
        Assert.AreEqual($"editor {winner}", Lines(draft.DocumentJson).Single());
    }

    [TestMethod]
    public async Task What_32_editors_write_on_one_draft_is_all_in_it_at_the_end_each_once()
    {
        var draft = await Records.CreateDraftAsync(new JsonObject { ["lines"] = new JsonArray() });
        await Task.WhenAll(Enumerable.Range(0, Many).Select(i => SaveOnTopAsync(draft.Id, $"editor {i}")));

        var versions = await Records.GetVersionsAsync(draft.Id);
        Assert.HasCount(Many + 1, versions);
        for (var i = 0; i < versions.Count; i++)
        {
            // Each version is the one before and a line more: nobody wrote over anybody.
            var lines = Lines(versions[^(i + 1)].DocumentJson);
            Assert.AreEqual(i + 1, versions[^(i + 1)].Version);
            Assert.AreEqual(string.Join('\n', Lines(versions[0].DocumentJson).Take(i)), string.Join('\n', lines));
        }

        Assert.AreEqual(Many, Lines(versions[0].DocumentJson).Distinct().Count());
    }

    [TestMethod]
    public async Task Saves_and_restores_at_once_leave_versions_without_a_gap()
    {
        var draft = await Records.CreateDraftAsync();
        var responses = await Task.WhenAll(
            Enumerable
                .Range(0, Many)
                .Select(i =>
                    i % 2 == 0
                        ? Client("records").PostAsync($"/api/drafts/{draft.Id}/restore/1", null, Cancel)
                        : SaveAsync(draft with { Version = i }, "line")
                )
        );

        var taken = responses.Count(r => r.StatusCode == HttpStatusCode.OK);
        Assert.IsGreaterThanOrEqualTo(Many / 2, taken, "A restore needs no version and is never refused.");
        AssertStatuses(responses, taken);
        var versions = (await Records.GetVersionsAsync(draft.Id)).Select(v => v.Version);
        Assert.AreEqual(string.Join(' ', Enumerable.Range(1, taken + 1).Reverse()), string.Join(' ', versions));
    }

    private Task<HttpResponseMessage> SaveAsync(Draft read, string line)
    {
        var document = read.DocumentJson.DeepClone().AsObject();
        document["lines"] = new JsonArray([.. Lines(document).Append(line).Select(l => JsonValue.Create(l))]);
        return Client("records").PutJsonAsync($"/api/drafts/{read.Id}", new DraftChange(read.Version, document), Cancel);
    }

    /// <summary>What an editor does who is told that another came first: reads again and saves on top.</summary>
    private async Task SaveOnTopAsync(Guid id, string line)
    {
        while (true)
        {
            using var response = await SaveAsync(await Records.GetDraftAsync(id), line);
            if (response.StatusCode != HttpStatusCode.Conflict)
            {
                await Task.FromResult(response).ExpectAsync(200);
                return;
            }
        }
    }

    private static void AssertStatuses(IReadOnlyCollection<HttpResponseMessage> responses, int won)
    {
        Assert.AreEqual(won, responses.Count(r => r.StatusCode == HttpStatusCode.OK));
        Assert.AreEqual(responses.Count - won, responses.Count(r => r.StatusCode == HttpStatusCode.Conflict));
    }

    private static IEnumerable<string> Lines(JsonObject document) => document["lines"]?.AsArray().Select(l => (string)l!) ?? [];
}
