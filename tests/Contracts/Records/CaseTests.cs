using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

[TestClass]
public sealed class CaseTests : RecordsTest
{
    [TestMethod]
    public async Task A_created_case_is_open_and_found_where_its_location_says()
    {
        using var response = await Http.PostJsonAsync("/api/cases", new NewCase { FilingDate = new DateOnly(2024, 2, 29) }, Cancel)
            .ExpectAsync(201);
        var created = await response.ReadStrictAsync<Case>();

        Assert.AreEqual("open", created.Status);
        JsonAssert.AreSame(created, await Http.GetAsync(response.Headers.Location, Cancel).ExpectAsync<Case>(200));
    }

    [TestMethod]
    public async Task A_case_keeps_what_it_was_given()
    {
        var given = new NewCase
        {
            TemplateId = (await Records.CreateTemplateAsync()).Id,
            CaseName = "Müller v. O’Brien",
            CauseNumber = "D-1-GN-25-000123",
            CourtName = "250th District Court",
            FilingDate = new DateOnly(2024, 2, 29),
            VariableValues = Values("plaintiff", "Ann"),
        };
        var kept = await Records.GetCaseAsync((await Records.CreateCaseAsync(given)).Id);

        JsonAssert.AreSame(
            given,
            new NewCase
            {
                TemplateId = kept.TemplateId,
                CaseName = kept.CaseName,
                CauseNumber = kept.CauseNumber,
                CourtName = kept.CourtName,
                FilingDate = kept.FilingDate,
                VariableValues = kept.VariableValues,
            }
        );
    }

    [TestMethod]
    [DataRow("open")]
    [DataRow("closed")]
    [DataRow("archived")]
    public async Task A_case_is_read_with_its_template_wherever_it_stands(string status)
    {
        var template = await Records.CreateTemplateAsync(Variable.Needed("plaintiff"));
        var created = await Records.CreateCaseAsync(new NewCase { TemplateId = template.Id, VariableValues = Values("plaintiff", "Ann") });
        var changed = await Http.PutJsonAsync($"/api/cases/{created.Id}", new { status }, Cancel).ExpectAsync<Case>(200);

        JsonAssert.AreSame(changed with { Template = template }, await Records.GetCaseAsync(created.Id));
    }

    [TestMethod]
    [DataRow("case_name", null)]
    [DataRow("case_name", "\"  \"")]
    [DataRow("cause_number", "17")]
    [DataRow("court_name", "null")]
    [DataRow("template_id", "\"7\"")]
    [DataRow("filing_date", "\"29.02.2024\"")]
    [DataRow("filing_date", "\"2023-02-29\"")]
    [DataRow("variable_values", "[]")]
    [DataRow("variable_values", "{\"a\":1}")]
    [DataRow("variable_values", "{\"a\":null}")]
    [DataRow("variable_values", "{\"two words\":\"x\"}")]
    [DataRow("status", "\"open\"")]
    public async Task A_case_with_a_member_missing_or_wrong_is_refused_by_its_name(string member, string? json) =>
        await ExpectRefusedAsync(Http.PostJsonAsync("/api/cases", With(new NewCase(), member, json), Cancel), member);

    [TestMethod]
    public async Task A_value_of_10_000_characters_is_taken_and_one_more_is_not()
    {
        await Records.CreateCaseAsync(new NewCase { VariableValues = Values("facts", new string('x', 10_000)) });
        await ExpectRefusedAsync(
            Http.PostJsonAsync("/api/cases", new NewCase { VariableValues = Values("facts", new string('x', 10_001)) }, Cancel),
            "variable_values.facts"
        );
    }

    [TestMethod]
    public async Task Two_hundred_values_are_taken_and_one_more_is_not()
    {
        static NewCase With(int count) => new() { VariableValues = Enumerable.Range(0, count).ToDictionary(i => $"v{i}", _ => "x") };
        await Records.CreateCaseAsync(With(200));
        await ExpectRefusedAsync(Http.PostJsonAsync("/api/cases", With(201), Cancel), "variable_values");
    }

    [TestMethod]
    public async Task A_case_of_a_template_that_is_not_there_is_a_404() =>
        await Http.PostJsonAsync("/api/cases", new NewCase { TemplateId = Guid.NewGuid() }, Cancel).ExpectProblemAsync(404);

    [TestMethod]
    public async Task A_case_that_lacks_required_values_is_refused_and_every_one_is_named()
    {
        var template = await Records.CreateTemplateAsync(
            Variable.Needed("plaintiff"),
            Variable.Needed("defendant"),
            Variable.Needed("court"),
            new Variable("note")
        );
        var request = new NewCase
        {
            TemplateId = template.Id,
            VariableValues = new Dictionary<string, string> { ["court"] = "x", ["defendant"] = " " },
        };
        var problem = await Http.PostJsonAsync("/api/cases", request, Cancel).ExpectProblemAsync(400);

        Assert.AreEqual("variable_values.defendant variable_values.plaintiff", string.Join(' ', problem.Errors!.Keys.Order()));
        var (_, stored) = await ListAsync<Case>($"/api/cases?template_id={template.Id}");
        Assert.AreEqual(0, stored);
    }

    [TestMethod]
    [DataRow("number", "1500.00", true)]
    [DataRow("number", "-3", true)]
    [DataRow("number", "1,500", false)]
    [DataRow("number", "much", false)]
    [DataRow("date", "2024-02-29", true)]
    [DataRow("date", "2023-02-29", false)]
    [DataRow("date", "today", false)]
    [DataRow("text", "anything {{at}} all", true)]
    public async Task A_value_must_be_of_its_variables_type(string type, string value, bool fits)
    {
        var template = await Records.CreateTemplateAsync(new Variable("v", type));
        var sent = Http.PostJsonAsync("/api/cases", new NewCase { TemplateId = template.Id, VariableValues = Values("v", value) }, Cancel);

        await (fits ? sent.ExpectAsync(201) : ExpectRefusedAsync(sent, "variable_values.v"));
    }

    private static Dictionary<string, string> Values(string name, string value) => new() { [name] = value };
}
