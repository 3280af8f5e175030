using System.Text;
using Clients.Problems;
using Clients.Records;
using IntegrationSuite.TestKit;

namespace Contracts.Records;

/// <summary>What holds for requests of every kind.</summary>
[TestClass]
public sealed class RequestTests : RecordsTest
{
    private const string Nowhere = "0198c0de-0000-7000-8000-000000000000";

    [TestMethod]
    [DataRow("GET", "/api/templates/{id}")]
    [DataRow("PUT", "/api/templates/{id}", "{}")]
    [DataRow("DELETE", "/api/templates/{id}")]
    [DataRow("GET", "/api/cases/{id}")]
    [DataRow("PUT", "/api/cases/{id}", "{}")]
    [DataRow("DELETE", "/api/cases/{id}")]
    [DataRow("GET", "/api/cases/{id}/evidence")]
    [DataRow("GET", "/api/drafts/{id}")]
    [DataRow("GET", "/api/drafts/case/{id}")]
    [DataRow("PUT", "/api/drafts/{id}", """{"document_json":{},"version":1}""")]
    [DataRow("DELETE", "/api/drafts/{id}")]
    [DataRow("GET", "/api/drafts/{id}/versions")]
    [DataRow("POST", "/api/drafts/{id}/restore/1", "{}")]
    [DataRow("GET", "/api/evidence/{id}")]
    [DataRow("GET", "/api/evidence/{id}/content")]
    [DataRow("DELETE", "/api/evidence/{id}")]
    public async Task What_is_not_there_is_a_404_and_so_is_an_id_that_is_none(string method, string path, string? body = null)
    {
        foreach (var id in new[] { Nowhere, "7" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path.Replace("{id}", id));
            request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
            await Http.SendAsync(request, Cancel).ExpectProblemAsync(404);
        }
    }

    [TestMethod]
    [DataRow("POST", "/api/templates")]
    [DataRow("PUT", $"/api/templates/{Nowhere}")]
    [DataRow("POST", "/api/cases")]
    [DataRow("PUT", $"/api/cases/{Nowhere}")]
    [DataRow("POST", "/api/drafts")]
    [DataRow("PUT", $"/api/drafts/{Nowhere}")]
    public async Task A_body_that_is_no_JSON_object_is_refused(string method, string path)
    {
        foreach (var body in new[] { "", "{", "[]", "null", "7", "\"text\"", "{}{}", "{'a':1}", "{\"a\":1,}" })
        {
            await Http.SendJsonAsync(new HttpMethod(method), path, body, Cancel).ExpectProblemAsync(400);
        }
    }

    [TestMethod]
    [DataRow("POST", "/api/templates")]
    [DataRow("PUT", $"/api/drafts/{Nowhere}")]
    public async Task A_body_of_another_media_type_is_refused(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = new StringContent("{}", Encoding.UTF8, "text/plain"),
        };
        await Http.SendAsync(request, Cancel).ExpectProblemAsync(400);
    }

    [TestMethod]
    public async Task Things_can_be_added_to_a_case_while_it_is_deleted_and_nothing_fails()
    {
        for (var round = 0; round < 5; round++)
        {
            var template = await Records.CreateTemplateAsync();
            var @case = await Records.CreateCaseAsync(new NewCase { TemplateId = template.Id });
            var adding = Enumerable
                .Range(0, 6)
                .Select(i =>
                    i switch
                    {
                        < 3 => Http.PostJsonAsync("/api/drafts", new NewDraft(@case.Id), Cancel),
                        < 5 => Http.PostAsync("/api/evidence", new NewEvidence(@case.Id).ToForm(), Cancel),
                        _ => Http.PostJsonAsync("/api/cases", new NewCase { TemplateId = template.Id }, Cancel),
                    }
                )
                .ToList();
            await Http.DeleteAsync($"/api/templates/{template.Id}", Cancel).ExpectAsync(204);

            foreach (var response in await Task.WhenAll(adding))
            {
                Assert.IsTrue(
                    (int)response.StatusCode is 201 or 404,
                    $"Answered {response.StatusCode}: {await response.Content.ReadAsStringAsync(Cancel)}"
                );
            }

            await Http.GetAsync($"/api/cases/{@case.Id}", Cancel).ExpectProblemAsync(404);
        }
    }
}
