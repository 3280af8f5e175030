using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>content_type_conformance</c>.</summary>
internal sealed class DocumentedMediaType : ExchangeCheck
{
    public override string Promise => "answers in a documented media type";

    protected override string? Judge(CheckSession session, Answer answer) =>
        session.Operation.Response(answer.Status) is { } documented && ContentRules.MediaType(documented, answer.Response) is { } breach
            ? $"{breach}."
            : null;
}
