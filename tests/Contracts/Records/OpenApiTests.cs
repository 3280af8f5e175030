using System.Text.Json;
using TestKit;

namespace Contracts.Records;

[TestClass]
public sealed class OpenApiTests : RecordsTest
{
    /// <summary>The table of operations, as it was agreed on with those who call Records.</summary>
    private const string Agreed = """
        DELETE /api/cases/{id} 204 404
        DELETE /api/drafts/{id} 204 404
        DELETE /api/evidence/{id} 204 404
        DELETE /api/templates/{id} 204 404
        GET /api/cases 200 400
        GET /api/cases/{id} 200 404
        GET /api/cases/{id}/evidence 200 404
        GET /api/drafts 200 400
        GET /api/drafts/case/{case_id} 200 404
        GET /api/drafts/{id} 200 404
        GET /api/drafts/{id}/versions 200 404
        GET /api/evidence/{id} 200 404
        GET /api/evidence/{id}/content 200 304 404
        GET /api/templates 200 400
        GET /api/templates/{id} 200 404
        GET /health 200 503
        POST /api/cases 201 400 404
        POST /api/drafts 201 400 404
        POST /api/drafts/{id}/restore/{version} 200 400 404
        POST /api/evidence 201 400 404 413 415
        POST /api/templates 201 400
        PUT /api/cases/{id} 200 400 404
        PUT /api/drafts/{id} 200 400 404 409
        PUT /api/templates/{id} 200 400 404
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

        Assert.AreEqual(Agreed.ReplaceLineEndings("\n"), string.Join('\n', operations.Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public async Task Every_object_with_known_members_takes_no_others()
    {
        using var document = JsonDocument.Parse(await Http.GetStringAsync("/openapi/v1.json", Cancel));
        foreach (var schema in document.RootElement.GetProperty("components").GetProperty("schemas").EnumerateObject().Where(s => s.Value.TryGetProperty("properties", out _)))
        {
            Assert.IsFalse(schema.Value.GetProperty("additionalProperties").GetBoolean(), $"{schema.Name} takes members that nobody knows.");
        }
    }
}
