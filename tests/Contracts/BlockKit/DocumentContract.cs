using System.Text.Json;
using TestKit;

namespace Contracts.BlockKit;

/// <summary>The OpenAPI document.</summary>
public abstract class DocumentContract(string service) : BlockTest(service)
{
    /// <summary>The table of operations, as it was agreed on with those who call the service.</summary>
    private const string Agreed = """
        DELETE /{0}/templates/{id} 204 404
        GET /health 200 503
        GET /{0}/templates 200 400
        GET /{0}/templates/{id} 200 404
        POST /{0}/extract 200 400 422
        POST /{0}/format 200 400 404 409
        POST /{0}/templates 201 400
        POST /{0}/templates/{id}/approve 200 404 409
        PUT /{0}/templates/{id} 200 400 404 409
        """;

    [TestMethod]
    public async Task The_document_names_the_agreed_operations_and_statuses_and_no_others()
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync("/openapi/v1.json", Cancel));
        var operations =
            from path in document.RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            let statuses = operation.Value.GetProperty("responses").EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal)
            select $"{operation.Name.ToUpperInvariant()} {path.Name} {string.Join(' ', statuses)}";

        var agreed = Agreed.ReplaceLineEndings("\n").Replace("{0}", Service).Split('\n').Order(StringComparer.Ordinal);
        Assert.AreEqual(string.Join('\n', agreed), string.Join('\n', operations.Order(StringComparer.Ordinal)));
    }
}
