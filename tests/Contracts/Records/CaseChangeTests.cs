using System.Text.Json;
using System.Text.Json.Nodes;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

[TestClass]
public sealed class CaseChangeTests : RecordsTest
{
    [TestMethod]
    [DataRow("""{"status":"closed"}""")]
    [DataRow("""{"status":"archived"}""")]
    [DataRow("""{"case_name":"Doe v. Roe"}""")]
    [DataRow("""{"cause_number":"2"}""")]
    [DataRow("""{"court_name":"Supreme Court"}""")]
    [DataRow("""{"filing_date":"2024-05-31"}""")]
    [DataRow("""{"variable_values":{"b":"2"}}""")]
    public async Task A_change_of_one_field_leaves_the_others(string body)
    {
        var before = await Records.CreateCaseAsync(
            new NewCase
            {
                FilingDate = new DateOnly(2024, 1, 2),
                VariableValues = new Dictionary<string, string> { ["a"] = "1" },
            }
        );
        var after = await ChangeAsync(before.Id, body);

        var expected = JsonSerializer.SerializeToNode(before with { UpdatedAt = after.UpdatedAt }, Json.Strict)!;
        var (member, value) = JsonNode.Parse(body)!.AsObject().Single();
        expected[member] = value!.DeepClone();
        JsonAssert.AreSame(expected, JsonSerializer.SerializeToNode(after, Json.Strict));
        JsonAssert.AreSame(after, await Records.GetCaseAsync(before.Id));
        Assert.IsGreaterThan(before.UpdatedAt, after.UpdatedAt);
    }

    [TestMethod]
    [DataRow("""{"status":"won"}""", "status")]
    [DataRow("""{"status":1}""", "status")]
    [DataRow("""{"case_name":""}""", "case_name")]
    [DataRow("""{"court_name":"Changed","filing_date":"soon"}""", "filing_date")]
    [DataRow("""{"case_name":"Changed","variable_values":{}}""", "variable_values.plaintiff")]
    [DataRow("""{"template_id":null}""", "template_id")]
    public async Task A_refused_change_changes_nothing(string body, string field)
    {
        var template = await Records.CreateTemplateAsync(Variable.Needed("plaintiff"));
        var created = await Records.CreateCaseAsync(
            new NewCase
            {
                TemplateId = template.Id,
                VariableValues = new Dictionary<string, string> { ["plaintiff"] = "Ann" },
            }
        );
        var before = await Records.GetCaseAsync(created.Id);
        await ExpectRefusedAsync(Http.PutJsonAsync($"/api/cases/{before.Id}", body, Cancel), field);

        JsonAssert.AreSame(before, await Records.GetCaseAsync(before.Id));
    }

    [TestMethod]
    public async Task A_deleted_case_takes_its_drafts_and_evidence_and_leaves_its_template()
    {
        var template = await Records.CreateTemplateAsync();
        var @case = await Records.CreateCaseAsync(new NewCase { TemplateId = template.Id });
        var draft = await Records.CreateDraftAsync(caseId: @case.Id);
        var evidence = await Records.AddEvidenceAsync(new NewEvidence(@case.Id));
        await Records.DeleteCaseAsync(@case.Id);

        await Records.GetTemplateAsync(template.Id);
        foreach (var path in new[] { $"/api/cases/{@case.Id}", $"/api/drafts/{draft.Id}", $"/api/evidence/{evidence.Id}" })
        {
            await Http.GetAsync(path, Cancel).ExpectProblemAsync(404);
        }
    }

    private Task<Case> ChangeAsync(Guid id, string body) => Http.PutJsonAsync($"/api/cases/{id}", body, Cancel).ExpectAsync<Case>(200);
}
