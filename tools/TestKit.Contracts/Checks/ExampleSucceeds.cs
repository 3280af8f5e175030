using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>
/// The document's own example, or the simplest input, leads to a success. Without it the other checks of the operation might see nothing but refusals:
/// whoever's operation fails here gives the document an <c>example</c>, a link to the operation, or <c>x-resource</c> at an id.
/// </summary>
internal sealed class ExampleSucceeds : ExchangeCheck
{
    public override string Promise => "succeeds with its example, or the simplest input";

    public override IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    protected override string? Judge(CheckSession session, Answer answer) =>
        answer.Status is >= 300 and < 500 ? "that is no success." : null;
}
