using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A check that looks at one answer, whatever was asked: valid and broken inputs alike.</summary>
internal abstract class ExchangeCheck : ICheck
{
    public abstract string Promise { get; }

    public virtual bool AppliesTo(ApiDocument document, ApiOperation operation) => true;

    public virtual IEnumerable<JsonObject> Inputs(InputSource source) => source.Mixed;

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var answer = await session.CallAsync(input);
        return Judge(session, answer) is { } what ? new BrokenPromise(what, answer) : null;
    }

    /// <summary>What is wrong with the answer; null when nothing is.</summary>
    protected abstract string? Judge(CheckSession session, Answer answer);
}
