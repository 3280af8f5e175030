using System.Text.Json;

namespace Contracts.Ingestion;

[TestClass]
public sealed class OpenApiTests : IngestionTest
{
    /// <summary>The table of operations, as it was agreed on with those who call Ingestion.</summary>
    private const string Agreed = """
        GET /health 200 503
        GET /ingestions 200 400
        GET /ingestions/{id} 200 404
        POST /ingest 200 400 413 415 422 503
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
}
