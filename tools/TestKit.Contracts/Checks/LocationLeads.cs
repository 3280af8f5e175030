using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>EvoMaster's <c>HTTP_INVALID_LOCATION</c>: the <c>Location</c> of a 201 leads to the thing that was created.</summary>
internal sealed class LocationLeads : ICheck
{
    public string Promise => "names in Location where the created thing is";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.Creates();

    public IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest, source.Fullest];

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var bound = await session.BindAsync(input);
        var created = await session.SendAsync(bound);
        if (created.Status != 201 || created.Header("Location") is not { } location)
        {
            return null;
        }

        var answer = await session.SendAsync("GET", location);
        return await IsThereAsync(session, created, bound) && !Shows(answer, created)
            ? new BrokenPromise($"the Location of {created.Curl} is to lead to what was created.", answer)
            : null;
    }

    /// <summary>Whether it can be found without the Location; else it is <see cref="ThereAfterPost"/> that fails.</summary>
    private static async Task<bool> IsThereAsync(CheckSession session, Answer created, JsonObject bound) =>
        CreatedThing.PathOf(session, created, bound) is not { } path || (await session.SendAsync("GET", path)).IsSuccess;

    private static bool Shows(Answer answer, Answer created) => answer.IsSuccess && JsonNode.DeepEquals(Id(answer), Id(created));

    private static JsonNode? Id(Answer answer) => (answer.Json as JsonObject)?["id"];
}
