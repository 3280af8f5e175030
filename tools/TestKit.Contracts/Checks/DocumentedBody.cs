using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>response_schema_conformance</c>, for JSON in a documented media type.</summary>
internal sealed class DocumentedBody : ExchangeCheck
{
    public override string Promise => "answers with bodies of the documented schema";

    public override bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        operation.Definition.GetProperty("responses").EnumerateObject().Any(response => response.Value.TryGetProperty("content", out _));

    protected override string? Judge(CheckSession session, Answer answer) =>
        session.Operation.Response(answer.Status) is { } documented
        && ContentRules.Body(session.Document, documented, answer.Response, answer.Body) is [var breach, ..]
            ? $"{breach}."
            : null;
}
