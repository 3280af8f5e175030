using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>PUT is idempotent (RFC 9110, 9.2.2): what is there after one is there after two. The second may be refused, as optimistic locking does.</summary>
internal sealed class RepeatedPut : ICheck
{
    public string Promise => "changes nothing when it is repeated";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        operation.Method == "PUT" && document.Operation("GET", operation.Path) is not null;

    public IEnumerable<JsonObject> Inputs(InputSource source) => source.Valid;

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var bound = await session.BindAsync(input);
        var path = RequestWriter.PathOf(session.Operation, bound);
        var read = session.Document.Operation("GET", session.Operation.Path)!;
        if (!(await session.SendAsync(bound)).IsSuccess || await Snapshot.TakeAsync(session, read, path) is not { } once)
        {
            return null;
        }

        var second = await session.SendAsync(bound);
        var twice = await Snapshot.TakeAsync(session, read, path);
        return JsonNode.DeepEquals(once, twice)
            ? null
            : new BrokenPromise($"after one it was {once.ToJsonString()}, after two {twice?.ToJsonString()}.", second);
    }
}
