using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>ensure_resource_availability</c>: what a POST says it created can be read by its id.</summary>
internal sealed class ThereAfterPost : ICheck
{
    public string Promise => "keeps what it says it created";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.Creates() && document.ItemOf(operation) is not null;

    public IEnumerable<JsonObject> Inputs(InputSource source) => source.Valid;

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var bound = await session.BindAsync(input);
        var created = await session.SendAsync(bound);
        if (created.Status != 201 || CreatedThing.PathOf(session, created, bound) is not { } path)
        {
            return null;
        }

        var answer = await session.SendAsync("GET", path);
        return answer.Status is 404 or 410 ? new BrokenPromise($"after the 201 of {created.Curl} it is to be there.", answer) : null;
    }
}
