using System.Text.Json.Nodes;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

[TestClass]
public sealed class TemplateTests : RecordsTest
{
    [TestMethod]
    public async Task A_created_template_is_found_where_its_location_says()
    {
        using var response = await Http.PostJsonAsync("/api/templates", new NewTemplate { Description = "For contract cases" }, Cancel)
            .ExpectAsync(201);
        var created = await response.ReadStrictAsync<Template>();

        JsonAssert.AreSame(created, await Http.GetAsync(response.Headers.Location, Cancel).ExpectAsync<Template>(200));
    }

    [TestMethod]
    public async Task A_template_keeps_what_it_was_given()
    {
        var given = new NewTemplate
        {
            Name = "Bienvenidos § 1 – “naïve” 𝄞",
            Description = "Two\nlines",
            DocumentJson = new JsonObject
            {
                ["body"] = new JsonObject { ["n"] = 1.50m, ["list"] = new JsonArray(true, null, "x") },
            },
            Variables =
            [
                new Variable("plaintiff", "text", true, null, "Who sues"),
                new Variable("amount", "number", false, "1500.00"),
                new Variable("day", "date"),
            ],
        };
        var template = await Records.CreateTemplateAsync(given);

        JsonAssert.AreSame(
            given,
            new NewTemplate
            {
                Name = template.Name,
                Category = template.Category,
                Jurisdiction = template.Jurisdiction,
                CourtLevel = template.CourtLevel,
                Description = template.Description,
                DocumentJson = template.DocumentJson,
                Variables = template.Variables,
            }
        );
    }

    [TestMethod]
    [DataRow("name", null)]
    [DataRow("name", "\"\"")]
    [DataRow("name", "\" \\t\"")]
    [DataRow("name", "7")]
    [DataRow("name", "null")]
    [DataRow("name", "\"a\\u0000b\"")]
    [DataRow("category", null)]
    [DataRow("jurisdiction", "\"\"")]
    [DataRow("court_level", "[]")]
    [DataRow("document_json", null)]
    [DataRow("document_json", "[]")]
    [DataRow("document_json", "\"text\"")]
    [DataRow("document_json", "{\"n\":1e130000}")]
    [DataRow("document_json", "{\"n\":1e-5000}")]
    [DataRow("document_json", "{\"a\\u0000\":1}")]
    [DataRow("document_json", "{\"a\":[{\"b\":\"\\u0000\"}]}")]
    [DataRow("variables", null)]
    [DataRow("variables", "{}")]
    [DataRow("variables", "[{\"name\":\"two words\"}]")]
    [DataRow("variables", "[{\"name\":\"\"}]")]
    [DataRow("variables", "[{\"required\":true}]")]
    [DataRow("variables", "[{\"name\":\"a\",\"type\":\"colour\"}]")]
    [DataRow("variables", "[{\"name\":\"a\"},{\"name\":\"a\"}]")]
    [DataRow("variables", "[{\"name\":\"a\",\"type\":\"number\",\"default\":\"much\"}]")]
    [DataRow("variables", "[{\"name\":\"a\",\"type\":\"date\",\"default\":\"2024-02-30\"}]")]
    [DataRow("favourite", "true")]
    public async Task A_template_with_a_member_missing_or_wrong_is_refused_by_its_name(string member, string? json) =>
        await ExpectRefusedAsync(Http.PostJsonAsync("/api/templates", With(new NewTemplate(), member, json), Cancel), member);

    [TestMethod]
    public async Task A_name_of_200_characters_is_taken_and_one_more_is_not()
    {
        Assert.HasCount(200, (await Records.CreateTemplateAsync(new NewTemplate { Name = new string('n', 200) })).Name);
        await ExpectRefusedAsync(Http.PostJsonAsync("/api/templates", new NewTemplate { Name = new string('n', 201) }, Cancel), "name");
    }

    [TestMethod]
    public async Task A_document_of_48_levels_is_taken_and_one_more_is_not()
    {
        var deepest = With(new NewTemplate(), "document_json", Nested(48));
        var created = await Http.PostJsonAsync("/api/templates", deepest, Cancel).ExpectAsync<Template>(201);
        await Records.CreateCaseAsync(new NewCase { TemplateId = created.Id });

        await ExpectRefusedAsync(
            Http.PostJsonAsync("/api/templates", With(new NewTemplate(), "document_json", Nested(49)), Cancel),
            "document_json"
        );
    }

    [TestMethod]
    public async Task A_document_with_two_members_of_one_name_is_refused() =>
        await ExpectRefusedAsync(
            Http.PostJsonAsync(
                "/api/templates",
                With(new NewTemplate(), "document_json", "7").Replace("\"document_json\":7", "\"document_json\":{\"a\":{\"b\":1,\"b\":2}}"),
                Cancel
            ),
            "document_json"
        );

    [TestMethod]
    public async Task A_document_with_half_a_surrogate_pair_is_refused() =>
        await ExpectRefusedAsync(
            Http.PostJsonAsync(
                "/api/templates",
                With(new NewTemplate(), "document_json", "7").Replace("\"document_json\":7", "\"document_json\":{\"a\":\"\\ud800\"}"),
                Cancel
            ),
            "document_json"
        );

    private static string Nested(int levels) =>
        string.Concat(Enumerable.Repeat("{\"a\":", levels - 1)) + "{}" + new string('}', levels - 1);
}
