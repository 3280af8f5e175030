using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>
/// Schemathesis' <c>positive_data_acceptance</c>: an input that fits the schema is not refused as invalid. What a schema cannot say (that a thing is there,
/// that it is in the right state, that it makes sense) has statuses of its own: 404, 409, 422. 5xx is <see cref="NoServerError"/>'s.
/// </summary>
internal sealed class ValidAccepted : ExchangeCheck
{
    private static readonly int[] Refusals = [400, 406, 411, 413, 414, 415];

    public override string Promise => "accepts whatever its schema allows";

    public override IEnumerable<JsonObject> Inputs(InputSource source) => source.Valid;

    protected override string? Judge(CheckSession session, Answer answer) =>
        Refusals.Contains(answer.Status) ? "a valid input was refused." : null;
}
