using System.Text.Json.Nodes;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

[TestClass]
public sealed class TemplateChangeTests : RecordsTest
{
    [TestMethod]
    public async Task A_change_of_one_field_leaves_the_others()
    {
        var before = await Records.CreateTemplateAsync(new NewTemplate { Description = "Old", Variables = [Variable.Needed("plaintiff")] });
        var after = await ChangeAsync(before.Id, new { name = "Answer" });

        JsonAssert.AreSame(before with { Name = "Answer", UpdatedAt = after.UpdatedAt }, after);
        Assert.IsGreaterThan(before.UpdatedAt, after.UpdatedAt);
    }

    [TestMethod]
    public async Task Every_field_can_change_at_once()
    {
        var before = await Records.CreateTemplateAsync();
        var change = new NewTemplate
        {
            Name = "Answer",
            Category = "answer",
            Jurisdiction = "CA",
            CourtLevel = "appeals",
            Description = "New",
            DocumentJson = new JsonObject { ["a"] = 1 },
            Variables = [new Variable("x")],
        };
        var after = await ChangeAsync(before.Id, change);

        JsonAssert.AreSame(
            new Template(
                before.Id,
                "Answer",
                "answer",
                "CA",
                "appeals",
                change.DocumentJson,
                change.Variables,
                before.CreatedAt,
                after.UpdatedAt,
                "New"
            ),
            after
        );
        JsonAssert.AreSame(after, await Records.GetTemplateAsync(before.Id));
    }

    [TestMethod]
    [DataRow("""{"name":""}""", "name")]
    [DataRow("""{"document_json":[]}""", "document_json")]
    [DataRow("""{"variables":[{"name":"1a"}]}""", "variables")]
    [DataRow("""{"variables":[{"name":"a"},{"name":"a"}]}""", "variables")]
    [DataRow("""{"id":"0198c0de-0000-7000-8000-000000000000"}""", "id")]
    [DataRow("""{"name":"Changed","category":" "}""", "category")]
    public async Task A_refused_change_changes_nothing(string body, string field)
    {
        var before = await Records.CreateTemplateAsync();
        await ExpectRefusedAsync(Http.PutJsonAsync($"/api/templates/{before.Id}", body, Cancel), field);

        JsonAssert.AreSame(before, await Records.GetTemplateAsync(before.Id));
    }

    [TestMethod]
    public async Task A_deleted_template_is_gone()
    {
        var template = await Records.CreateTemplateAsync();
        await Records.DeleteTemplateAsync(template.Id);

        await Http.GetAsync($"/api/templates/{template.Id}", Cancel).ExpectProblemAsync(404);
    }

    [TestMethod]
    public async Task A_deleted_template_takes_its_cases_with_their_drafts_and_evidence()
    {
        var template = await Records.CreateTemplateAsync();
        var @case = await Records.CreateCaseAsync(new NewCase { TemplateId = template.Id });
        var draft = await Records.CreateDraftAsync(caseId: @case.Id);
        await Records.SaveDraftAsync(draft.Id, new DraftChange(1, []));
        var evidence = await Records.AddEvidenceAsync(new NewEvidence(@case.Id));
        await Records.DeleteTemplateAsync(template.Id);

        string[] gone =
        [
            $"/api/cases/{@case.Id}",
            $"/api/cases/{@case.Id}/evidence",
            $"/api/drafts/case/{@case.Id}",
            $"/api/drafts/{draft.Id}",
            $"/api/drafts/{draft.Id}/versions",
            $"/api/evidence/{evidence.Id}",
            $"/api/evidence/{evidence.Id}/content",
        ];
        foreach (var path in gone)
        {
            await Http.GetAsync(path, Cancel).ExpectProblemAsync(404);
        }
    }

    [TestMethod]
    public async Task A_deleted_template_leaves_the_cases_of_others()
    {
        var doomed = await Records.CreateTemplateAsync();
        var other = await Records.CreateCaseAsync(new NewCase { TemplateId = (await Records.CreateTemplateAsync()).Id });
        await Records.DeleteTemplateAsync(doomed.Id);

        await Records.GetCaseAsync(other.Id);
    }

    private Task<Template> ChangeAsync(Guid id, object change) =>
        Http.PutJsonAsync($"/api/templates/{id}", change, Cancel).ExpectAsync<Template>(200);
}
