using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>An input that is valid but for one place is refused.</summary>
internal sealed class SchemaRefusal(Mutation mutation, string promise) : RefusalCheck
{
    public override string Promise => promise;

    /// <summary>Where the document leaves nothing to break in this way, there is nothing to refuse.</summary>
    public override bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        InputSource.Of(operation, CheckSeed.Value).CanBreak(mutation);

    public override IEnumerable<JsonObject> Inputs(InputSource source) => source.Broken(mutation);

    public override async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var breach = session.Document.Breaches(session.Operation.InputSchema(), input)[0];
        return Expect(await session.CallAsync(input), $"{breach}: this");
    }
}
