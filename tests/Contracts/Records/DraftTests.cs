using System.Text.Json.Nodes;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

[TestClass]
public sealed class DraftTests : RecordsTest
{
    [TestMethod]
    public async Task A_created_draft_is_at_version_1_and_found_where_its_location_says()
    {
        var @case = await Records.CreateCaseAsync();
        using var response = await Http.PostJsonAsync(
                "/api/drafts",
                new NewDraft(@case.Id) { ContentJson = new JsonObject { ["cursor"] = 3 } },
                Cancel
            )
            .ExpectAsync(201);
        var created = await response.ReadStrictAsync<Draft>();

        Assert.AreEqual(1, created.Version);
        JsonAssert.AreSame(created, await Http.GetAsync(response.Headers.Location, Cancel).ExpectAsync<Draft>(200));
    }

    [TestMethod]
    [DataRow("case_id", null)]
    [DataRow("case_id", "\"7\"")]
    [DataRow("title", null)]
    [DataRow("title", "\"\"")]
    [DataRow("document_json", null)]
    [DataRow("document_json", "null")]
    [DataRow("document_json", "[1]")]
    [DataRow("content_json", "\"text\"")]
    [DataRow("content_json", "{\"n\":1e4000}")]
    [DataRow("version", "1")]
    public async Task A_draft_with_a_member_missing_or_wrong_is_refused_by_its_name(string member, string? json)
    {
        var draft = new NewDraft((await Records.CreateCaseAsync()).Id);
        await ExpectRefusedAsync(Http.PostJsonAsync("/api/drafts", With(draft, member, json), Cancel), member);
    }

    [TestMethod]
    public async Task A_draft_of_a_case_that_is_not_there_is_a_404() =>
        await Http.PostJsonAsync("/api/drafts", new NewDraft(Guid.NewGuid()), Cancel).ExpectProblemAsync(404);

    [TestMethod]
    public async Task Placeholders_are_filled_wherever_a_string_stands_and_nowhere_else()
    {
        var template = await Records.CreateTemplateAsync(
            Variable.Needed("name"),
            new Variable("fee", Default: "100"),
            new Variable("note")
        );
        var @case = await Records.CreateCaseAsync(
            new NewCase
            {
                TemplateId = template.Id,
                VariableValues = new Dictionary<string, string> { ["name"] = "Ann {{fee}}" },
            }
        );
        var blanks = JsonNode
            .Parse("""{"{{name}}": ["{{name}}", {"deep": "{{ name }}, {{fee}}{{note}}."}, 7, null, "{name}"]}""")!
            .AsObject();
        var draft = await Records.CreateDraftAsync(
            new NewDraft(@case.Id)
            {
                Title = "{{name}}",
                DocumentJson = blanks,
                ContentJson = blanks.DeepClone().AsObject(),
            }
        );

        var filled = JsonNode.Parse("""{"{{name}}": ["Ann {{fee}}", {"deep": "Ann {{fee}}, 100."}, 7, null, "{name}"]}""")!.AsObject();
        JsonAssert.AreSame([filled, filled], new[] { draft.DocumentJson, draft.ContentJson! });
        Assert.AreEqual("{{name}}", draft.Title);
        JsonAssert.AreSame(draft, await Records.GetDraftAsync(draft.Id));
    }

    [TestMethod]
    public async Task A_placeholder_without_a_value_is_refused_by_its_name()
    {
        var draft = new NewDraft((await Records.CreateCaseAsync()).Id) { DocumentJson = Text("{{judge}} and {{bailiff}}") };
        var problem = await Http.PostJsonAsync("/api/drafts", draft, Cancel).ExpectProblemAsync(400);

        Assert.Contains("bailiff, judge", problem.Errors!["document_json"].Single());
    }

    [TestMethod]
    public async Task Values_that_would_swell_a_draft_beyond_bounds_are_refused()
    {
        var @case = await Records.CreateCaseAsync(
            new NewCase { VariableValues = new Dictionary<string, string> { ["long"] = new('x', 10_000) } }
        );
        var draft = new NewDraft(@case.Id)
        {
            DocumentJson = new JsonObject { ["text"] = string.Concat(Enumerable.Repeat("{{long}}", 1_001)) },
        };

        await ExpectRefusedAsync(Http.PostJsonAsync("/api/drafts", draft, Cancel), "document_json");
    }

    [TestMethod]
    public async Task A_save_needs_the_version_it_was_read_at()
    {
        var draft = await Records.CreateDraftAsync();
        var saved = await Records.SaveDraftAsync(draft.Id, new DraftChange(1, Text("two"), "Second"));
        foreach (var stale in new[] { 1, 3, int.MaxValue })
        {
            await Http.PutJsonAsync($"/api/drafts/{draft.Id}", new DraftChange(stale, Text("lost")), Cancel).ExpectProblemAsync(409);
        }

        Assert.AreEqual(2, saved.Version);
        JsonAssert.AreSame(saved, await Records.GetDraftAsync(draft.Id));
    }

    [TestMethod]
    public async Task A_save_without_title_and_content_leaves_them()
    {
        var @case = await Records.CreateCaseAsync();
        var draft = await Records.CreateDraftAsync(new NewDraft(@case.Id) { Title = "Kept", ContentJson = Text("kept") });
        var saved = await Records.SaveDraftAsync(draft.Id, new DraftChange(1, Text("new")));

        JsonAssert.AreSame(draft with { DocumentJson = Text("new"), Version = 2, UpdatedAt = saved.UpdatedAt }, saved);
        Assert.IsGreaterThan(draft.UpdatedAt, saved.UpdatedAt);
    }

    [TestMethod]
    [DataRow("version", null)]
    [DataRow("version", "0")]
    [DataRow("version", "\"1\"")]
    [DataRow("version", "2147483648")]
    [DataRow("document_json", null)]
    [DataRow("document_json", "7")]
    [DataRow("title", "\"\"")]
    [DataRow("content_json", "[]")]
    [DataRow("case_id", "\"0198c0de-0000-7000-8000-000000000000\"")]
    public async Task A_refused_save_changes_nothing(string member, string? json)
    {
        var before = await Records.CreateDraftAsync();
        await ExpectRefusedAsync(
            Http.PutJsonAsync($"/api/drafts/{before.Id}", With(new DraftChange(1, Text("lost")), member, json), Cancel),
            member
        );

        JsonAssert.AreSame(before, await Records.GetDraftAsync(before.Id));
        Assert.HasCount(1, await Records.GetVersionsAsync(before.Id));
    }

    [TestMethod]
    public async Task Versions_are_all_kept_the_newest_first()
    {
        var one = await CreateWithContentAsync();
        var two = await Records.SaveDraftAsync(one.Id, new DraftChange(1, Text("two"), "Second", Text("beside")));

        JsonAssert.AreSame([Version(two), Version(one)], await Records.GetVersionsAsync(one.Id));
        Assert.AreEqual(2, (await ListAsync<DraftVersion>($"/api/drafts/{one.Id}/versions")).Total);
    }

    [TestMethod]
    public async Task A_restore_makes_a_new_version_like_the_old_one()
    {
        var one = await CreateWithContentAsync();
        await Records.SaveDraftAsync(one.Id, new DraftChange(1, Text("two"), "Second", Text("beside")));
        var restored = await Records.RestoreDraftAsync(one.Id, 1);

        JsonAssert.AreSame(one with { Version = 3, UpdatedAt = restored.UpdatedAt }, restored);
        Assert.IsGreaterThan(one.UpdatedAt, restored.UpdatedAt);
        JsonAssert.AreSame([3, 2, 1], (await Records.GetVersionsAsync(one.Id)).Select(v => v.Version));
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("{}")]
    [DataRow("""{"text": "beside"}""")]
    public async Task A_restore_brings_back_the_content_that_the_version_had_or_none_where_it_had_none(string? content)
    {
        var first = new NewDraft((await Records.CreateCaseAsync()).Id) { ContentJson = content is null ? null : Parse(content) };
        var one = await Records.CreateDraftAsync(first);
        await Records.SaveDraftAsync(one.Id, new DraftChange(1, Text("two"), "Second", Text("later")));

        var restored = await Records.RestoreDraftAsync(one.Id, 1);
        JsonAssert.AreSame(one with { Version = 3, UpdatedAt = restored.UpdatedAt }, restored);
        JsonAssert.AreSame(restored, await Records.GetDraftAsync(one.Id));

        var again = await Records.RestoreDraftAsync(one.Id, 2);
        Assert.AreEqual("Second", again.Title);
        JsonAssert.AreSame(Text("later"), again.ContentJson);
    }

    [TestMethod]
    public async Task However_many_versions_there_are_the_newest_is_first_and_each_says_when_it_was_saved()
    {
        var saves = new List<Draft> { await CreateWithContentAsync() };
        while (saves.Count < 12)
        {
            saves.Insert(
                0,
                await Records.SaveDraftAsync(saves[0].Id, new DraftChange(saves.Count, Text($"{saves.Count}"), $"Save {saves.Count}"))
            );
        }

        JsonAssert.AreSame(saves.Select(Version), await Records.GetVersionsAsync(saves[0].Id));
    }

    [TestMethod]
    [DataRow(null, "100")]
    [DataRow("", "")]
    [DataRow(" ", " ")]
    [DataRow("7", "7")]
    public async Task A_value_that_is_given_blank_stays_blank_and_one_that_is_left_out_is_its_default(string? given, string filled)
    {
        var template = await Records.CreateTemplateAsync(
            new Variable("fee", Default: "100"),
            new Variable("note"),
            new Variable("blank", Default: "")
        );
        var values = given is null ? [] : new Dictionary<string, string> { ["fee"] = given };
        var @case = await Records.CreateCaseAsync(new NewCase { TemplateId = template.Id, VariableValues = values });

        var draft = await Records.CreateDraftAsync(Text("[{{fee}}][{{note}}][{{blank}}]"), @case.Id);

        JsonAssert.AreSame(values, (await Records.GetCaseAsync(@case.Id)).VariableValues);
        JsonAssert.AreSame(Text($"[{filled}][][]"), draft.DocumentJson);
    }

    [TestMethod]
    public async Task Upper_and_lower_case_make_different_values()
    {
        var values = new Dictionary<string, string> { ["name"] = "lower", ["Name"] = "upper" };
        var @case = await Records.CreateCaseAsync(new NewCase { VariableValues = values });

        JsonAssert.AreSame(Text("lower upper"), (await Records.CreateDraftAsync(Text("{{name}} {{Name}}"), @case.Id)).DocumentJson);
    }

    [TestMethod]
    [DataRow("0", 400)]
    [DataRow("-1", 400)]
    [DataRow("first", 400)]
    [DataRow("99999999999", 400)]
    [DataRow("2", 404)]
    public async Task A_restore_of_what_is_no_version_changes_nothing(string version, int status)
    {
        var before = await Records.CreateDraftAsync();
        await Http.PostAsync($"/api/drafts/{before.Id}/restore/{version}", null, Cancel).ExpectProblemAsync(status);

        JsonAssert.AreSame(before, await Records.GetDraftAsync(before.Id));
    }

    [TestMethod]
    public async Task A_deleted_draft_is_gone_with_its_versions_and_leaves_its_case()
    {
        var draft = await Records.CreateDraftAsync();
        await Records.SaveDraftAsync(draft.Id, new DraftChange(1, []));
        await Records.DeleteDraftAsync(draft.Id);

        await Http.GetAsync($"/api/drafts/{draft.Id}", Cancel).ExpectProblemAsync(404);
        await Http.GetAsync($"/api/drafts/{draft.Id}/versions", Cancel).ExpectProblemAsync(404);
        await Records.GetCaseAsync(draft.CaseId);
    }

    private async Task<Draft> CreateWithContentAsync() =>
        await Records.CreateDraftAsync(
            new NewDraft((await Records.CreateCaseAsync()).Id) { DocumentJson = Text("one"), ContentJson = Text("beside one") }
        );

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static DraftVersion Version(Draft draft) =>
        new(draft.Version, draft.Title, draft.DocumentJson, draft.UpdatedAt, draft.ContentJson);
}
