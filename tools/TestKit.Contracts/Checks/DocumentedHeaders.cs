using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>response_headers_conformance</c>: a required header is there, and each fits its schema. What RFC 9110 asks of a status needs no documenting.</summary>
internal sealed class DocumentedHeaders : ExchangeCheck
{
    public override string Promise => "answers with the documented headers";

    protected override string? Judge(CheckSession session, Answer answer) =>
        session.Operation.Response(answer.Status) is not { } documented
            ? null
            : Standard(answer)
                ?? (HeaderRules.Check(session.Document, documented, answer.Response).FirstOrDefault() is { } breach ? $"{breach}." : null);

    /// <summary>401 says how to prove who one is (RFC 9110, 15.5.2).</summary>
    private static string? Standard(Answer answer) =>
        answer.Status == 401 && answer.Header("WWW-Authenticate") is null ? "a 401 needs a WWW-Authenticate." : null;
}
