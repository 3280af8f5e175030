using TestKit.Contracts.Calls;
using TestKit.Contracts.Generation;

namespace TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>response_schema_conformance</c>, for JSON in a documented media type.</summary>
internal sealed class DocumentedBody : ExchangeCheck
{
    public override string Promise => "answers with bodies of the documented schema";

    public override bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        operation.Definition.GetProperty("responses").EnumerateObject().Any(response => response.Value.TryGetProperty("content", out _));

    protected override string? Judge(CheckSession session, Answer answer)
    {
        var isJson = answer.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        if (!isJson || session.Operation.Response(answer.Status) is not { } documented
            || !documented.TryGetProperty("content", out var content) || !content.TryGetProperty(answer.MediaType!, out var media) || !media.TryGetProperty("schema", out var schema))
        {
            return null;
        }

        return answer.Json is null ? "it is no JSON." : session.Document.Breaches(schema, answer.Json) is [var breach, ..] ? $"{breach}." : null;
    }
}
