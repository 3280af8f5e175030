using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A POST that is refused leaves nothing in its collection. Others add to it meanwhile, so that it is not counted but searched for texts that only this request had.</summary>
internal sealed class FailedPostLeavesNothing : ICheck
{
    public string Promise => "stores nothing when it refuses";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        operation.Creates() && operation.TakesJson() && document.Operation("GET", operation.Path) is not null;

    public IEnumerable<JsonObject> Inputs(InputSource source) =>
        Enum.GetValues<Mutation>().SelectMany(mutation => source.Broken(mutation).Take(4));

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var marker = Marker.New();
        var bound = await session.BindAsync(Marker.Append(session.Document, session.Operation, input, marker));
        var refused = await session.SendAsync(bound);
        if (refused.Status is < 400 or >= 500)
        {
            return null;
        }

        var list = await session.SendAsync("GET", RequestWriter.PathOf(session.Operation, bound));
        return list.IsSuccess && list.Json?.ToJsonString().Contains(marker, StringComparison.Ordinal) == true
            ? new BrokenPromise($"the list shows what {refused.Curl} was refused.", list)
            : null;
    }
}
