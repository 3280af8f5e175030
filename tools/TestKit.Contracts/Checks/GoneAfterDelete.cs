using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>use_after_free</c>: what was deleted can neither be read nor deleted again.</summary>
internal sealed class GoneAfterDelete : ICheck
{
    public string Promise => "leaves nothing of what it deleted";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.Method == "DELETE" && operation.Path.Contains('{');

    public IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var bound = await session.BindAsync(input);
        if (!(await session.SendAsync(bound)).IsSuccess)
        {
            return null;
        }

        var path = RequestWriter.PathOf(session.Operation, bound);
        foreach (
            var method in new[] { "GET", "DELETE" }.Where(method => session.Document.Operation(method, session.Operation.Path) is not null)
        )
        {
            var answer = await session.SendAsync(method, path);
            if (answer.IsSuccess)
            {
                return new BrokenPromise($"{method} after the DELETE is to be a 404 or 410.", answer);
            }
        }

        return null;
    }
}
