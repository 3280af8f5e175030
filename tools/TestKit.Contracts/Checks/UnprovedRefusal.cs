using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>ignored_auth</c>: who must prove who they are, and do not, are refused (RFC 9110, 15.5.2 and 15.5.4).</summary>
internal sealed class UnprovedRefusal : ICheck
{
    public string Promise => "refuses who does not prove who they are";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.NeedsProof();

    public IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var answer = await session.SendUnprovedAsync(await session.BindAsync(input));
        return answer.Status is 401 or 403 ? null : new BrokenPromise("a call without credentials is to be a 401.", answer);
    }
}
