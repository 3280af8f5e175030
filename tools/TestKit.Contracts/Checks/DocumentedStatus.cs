using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>status_code_conformance</c>; 5xx is <see cref="NoServerError"/>'s.</summary>
internal sealed class DocumentedStatus : ExchangeCheck
{
    public override string Promise => "answers only with documented statuses";

    protected override string? Judge(CheckSession session, Answer answer) =>
        answer.Status < 500 && session.Operation.Response(answer.Status) is null
            ? $"documented are {string.Join(", ", session.Operation.DocumentedStatuses)}."
            : null;
}
