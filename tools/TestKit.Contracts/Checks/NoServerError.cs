using IntegrationSuite.TestKit.Contracts.Calls;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>5xx is the service's own fault (RFC 9110, 15.6), so that no input may lead there: not even to a documented 503, while all that it depends on is there.</summary>
internal sealed class NoServerError : ExchangeCheck
{
    public override string Promise => "answers no 5xx";

    protected override string? Judge(CheckSession session, Answer answer) => answer.Status >= 500 ? "it failed." : null;
}
