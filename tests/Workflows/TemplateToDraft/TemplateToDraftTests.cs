using System.Text.Json.Nodes;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Workflows.TemplateToDraft;

/// <summary>From a template by way of a case to a draft whose blanks are filled.</summary>
[TestClass]
public sealed class TemplateToDraftTests : ServiceTest
{
    private RecordsClient Records => new(Client("records"), Cancel);

    [TestMethod]
    public async Task A_motion_goes_from_template_to_case_to_draft_with_its_blanks_filled()
    {
        var template = await Records.CreateTemplateAsync(
            new NewTemplate
            {
                DocumentJson = Document("{{plaintiff}} v. {{defendant}}", "Filed on {{filed}}{{note}}; damages of ${{ damages }}."),
                Variables =
                [
                    Variable.Needed("plaintiff"),
                    Variable.Needed("defendant"),
                    Variable.Needed("filed", "date"),
                    new Variable("damages", "number", Default: "1000.00"),
                    new Variable("note"),
                ],
            }
        );
        var @case = await Records.CreateCaseAsync(
            new NewCase
            {
                TemplateId = template.Id,
                VariableValues = Values(("plaintiff", "Ann Smith"), ("defendant", "Jones & Sons, “Ltd.”"), ("filed", "2024-05-31")),
            }
        );
        var draft = await Records.CreateDraftAsync(template.DocumentJson, @case.Id);

        JsonAssert.AreSame(Document("Ann Smith v. Jones & Sons, “Ltd.”", "Filed on 2024-05-31; damages of $1000.00."), draft.DocumentJson);
        JsonAssert.AreSame(draft.DocumentJson, (await Records.GetDraftAsync(draft.Id)).DocumentJson);
        JsonAssert.AreSame(template.DocumentJson, (await Records.GetTemplateAsync(template.Id)).DocumentJson);
    }

    [TestMethod]
    public async Task Blanks_are_filled_in_the_document_and_in_what_the_editor_keeps_and_only_in_their_strings()
    {
        var @case = await Records.CreateCaseAsync(new NewCase { VariableValues = Values(("a", "A"), ("nested", "{{a}}")) });
        var draft = await Records.CreateDraftAsync(
            new NewDraft(@case.Id)
            {
                DocumentJson = Parse("""{"{{a}}":["{{a}}{{ a }}",{"deep":"x{{nested}}y"},1.50,true,null,"{{ }} {a} {{1}} { {a}}"]}"""),
                ContentJson = Parse("""{"html":"<p>{{a}}</p>"}"""),
            }
        );

        JsonAssert.AreSame(Parse("""{"{{a}}":["AA",{"deep":"x{{a}}y"},1.50,true,null,"{{ }} {a} {{1}} { {a}}"]}"""), draft.DocumentJson);
        JsonAssert.AreSame(Parse("""{"html":"<p>A</p>"}"""), draft.ContentJson);
    }

    [TestMethod]
    public async Task A_case_without_the_values_that_its_template_needs_is_refused_and_can_be_made_good()
    {
        var template = await Records.CreateTemplateAsync(Variable.Needed("plaintiff"), Variable.Needed("defendant"));
        var request = new NewCase { TemplateId = template.Id, VariableValues = Values(("plaintiff", "Ann")) };
        var problem = await Client("records").PostJsonAsync("/api/cases", request, Cancel).ExpectProblemAsync(400);
        var @case = await Records.CreateCaseAsync(request with { VariableValues = Values(("plaintiff", "Ann"), ("defendant", "Bob")) });

        Assert.AreEqual("variable_values.defendant", problem.Errors!.Keys.Single());
        JsonAssert.AreSame(template, (await Records.GetCaseAsync(@case.Id)).Template);
    }

    [TestMethod]
    public async Task A_draft_with_blanks_that_nothing_fills_is_refused_by_their_names_and_not_stored()
    {
        var @case = await Records.CreateCaseAsync(new NewCase { VariableValues = Values(("plaintiff", "Ann")) });
        var draft = new NewDraft(@case.Id) { DocumentJson = Document("{{plaintiff}} v. {{defendent}}", "{{court}}, {{defendent}}") };
        var problem = await Client("records").PostJsonAsync("/api/drafts", draft, Cancel).ExpectProblemAsync(400);

        Assert.AreEqual("has placeholders without a value: court, defendent", problem.Errors!["document_json"].Single());
        JsonAssert.AreSame(
            Array.Empty<DraftSummary>(),
            await Client("records").GetAsync($"/api/drafts/case/{@case.Id}", Cancel).ExpectAsync<DraftSummary[]>(200)
        );
    }

    [TestMethod]
    public async Task A_value_that_changes_later_reaches_new_drafts_and_no_old_ones()
    {
        var @case = await Records.CreateCaseAsync(new NewCase { VariableValues = Values(("plaintiff", "Ann")) });
        var document = Document("{{plaintiff}}", "");
        var before = await Records.CreateDraftAsync(document, @case.Id);
        await Client("records")
            .PutJsonAsync($"/api/cases/{@case.Id}", new { variable_values = Values(("plaintiff", "Ann Smith")) }, Cancel)
            .ExpectAsync(200);
        var after = await Records.CreateDraftAsync(document, @case.Id);

        JsonAssert.AreSame(Document("Ann", ""), (await Records.GetDraftAsync(before.Id)).DocumentJson);
        JsonAssert.AreSame(Document("Ann Smith", ""), after.DocumentJson);
    }

    [TestMethod]
    public async Task A_draft_can_be_written_on_and_taken_back_and_nothing_of_it_is_lost()
    {
        var draft = await Records.CreateDraftAsync(Document("First", ""));
        var second = await Records.SaveDraftAsync(draft.Id, new DraftChange(1, Document("Second", ""), "Renamed"));
        var third = await Records.SaveDraftAsync(draft.Id, new DraftChange(second.Version, Document("Third", "")));
        var restored = await Records.RestoreDraftAsync(draft.Id, 1);
        var fifth = await Records.SaveDraftAsync(draft.Id, new DraftChange(restored.Version, Document("Fifth", "")));

        JsonAssert.AreSame(
            new[]
            {
                (5, "First draft", "Fifth"),
                (4, "First draft", "First"),
                (3, "Renamed", "Third"),
                (2, "Renamed", "Second"),
                (1, "First draft", "First"),
            }.Select(Text),
            (await Records.GetVersionsAsync(draft.Id)).Select(v => Text((v.Version, v.Title, (string)v.DocumentJson["heading"]!)))
        );
        JsonAssert.AreSame(new[] { 3, 5 }, new[] { third.Version, fifth.Version });
    }

    private static string Text((int Version, string Title, string Heading) version) => version.ToString();

    private static JsonObject Document(string heading, string text) => new() { ["heading"] = heading, ["text"] = text };

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();

    private static Dictionary<string, string> Values(params (string Name, string Value)[] values) =>
        values.ToDictionary(v => v.Name, v => v.Value);
}
