using System.Net;
using System.Text;
using IntegrationSuite.TestKit.Contracts;

namespace Pipeline.Contracts.Foreign;

/// <summary>A correct service whose document uses what others' documents use.</summary>
[TestClass]
public sealed class ForeignExchangeTests
{
    private static readonly ApiDocument s_contract = ApiDocument.Parse(
        """
        {"openapi": "3.1.0", "paths": {"/things": {
           "head": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "array"}}}}}},
           "get": {
             "parameters": [{"name": "ids", "in": "query", "schema": {"type": "array", "items": {"type": "integer"}}}],
             "responses": {"200": {"content": {"application/json; charset=UTF-8": {"schema": {"type": "array"}}}},
                           "4XX": {"content": {"application/*": {"schema": {"type": "object"}}}},
                           "default": {"content": {"text/plain": {}}}}}
        }}}
        """
    );

    [TestMethod]
    [DataRow("HEAD", "", 200, "application/json", "", DisplayName = "HEAD has no body")]
    [DataRow("GET", "?ids=1&ids=2", 200, "application/json", "[]", DisplayName = "a list in the query")]
    [DataRow("GET", "", 200, "Application/JSON", "[]", DisplayName = "a media type in capitals")]
    [DataRow("GET", "", 404, "application/problem+json", "{}", DisplayName = "a range of statuses and of media types")]
    [DataRow("GET", "", 503, "text/plain", "later", DisplayName = "the default")]
    [DataRow("HEAD", "", 404, "application/json", "", DisplayName = "a refusal where none is documented, as frameworks have")]
    public void It_keeps_its_contract(string method, string query, int status, string type, string body) =>
        Assert.IsEmpty(Check(method, query, status, type, body));

    [TestMethod]
    [DataRow("GET", 200, "application/json", "{}", DisplayName = "another body")]
    [DataRow("GET", 404, "text/plain", "no", DisplayName = "another media type of a range")]
    [DataRow("GET", 404, "application/json", "[]", DisplayName = "another body of a range")]
    [DataRow("HEAD", 301, "application/json", "", DisplayName = "a status that none documents")]
    [DataRow("HEAD", 500, "application/json", "", DisplayName = "a failure that none documents")]
    public void What_breaks_it_is_found(string method, int status, string type, string body) =>
        Assert.IsNotEmpty(Check(method, "", status, type, body));

    private static List<Breach> Check(string method, string query, int status, string type, string body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"http://127.0.0.1/things{query}");
        using var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, type),
        };
        var operation = s_contract.Find(method, "/things")!;
        return new Exchange(s_contract, operation, sent: null, request, response).Check(Encoding.UTF8.GetBytes(body));
    }
}
