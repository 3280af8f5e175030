using System.Net;
using System.Text;
using IntegrationSuite.TestKit;

namespace Pipeline.Contracts;

[TestClass]
public sealed class ProblemDetailsTests
{
    [TestMethod]
    public async Task The_error_that_a_stock_web_api_answers_with_is_read_with_what_it_adds()
    {
        var problem = await Answer(
                404,
                """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"traceId":"00-0af7-b7ad-01"}"""
            )
            .ExpectProblemDetailsAsync(404);
        Assert.AreEqual(("Not Found", 404, "00-0af7-b7ad-01"), (problem.Title, problem.Status, problem.Extensions["traceId"].GetString()));
    }

    [TestMethod]
    public async Task Validation_tells_its_fields()
    {
        var problem = await Answer(400, """{"title":"Bad","status":400,"errors":{"Name":["The Name field is required."]}}""")
            .ExpectProblemDetailsAsync(400);
        Assert.AreEqual("The Name field is required.", problem.Errors!["Name"].Single());
    }

    [TestMethod]
    [DataRow("""{"status":409}""", "application/problem+json", DisplayName = "another status")]
    [DataRow("""{"status":404}""", "application/json", DisplayName = "another media type")]
    [DataRow("[]", "application/problem+json", DisplayName = "no object")]
    public async Task What_contradicts_itself_or_is_no_problem_fails_the_test(string body, string type) =>
        await Assert.ThrowsExactlyAsync<AssertFailedException>(() => Answer(404, body, type).ExpectProblemDetailsAsync(404));

    private static Task<HttpResponseMessage> Answer(int status, string body, string type = "application/problem+json") =>
        Task.FromResult(
            new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(body, Encoding.UTF8, type),
                RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1/"),
            }
        );
}
