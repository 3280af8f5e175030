using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A path whose parameter is no number, or no text of its format, leads to nothing: no success, and no failure of the service either.</summary>
internal sealed class WrongTypePathRefusal : ICheck
{
    private const string Wrong = "not-of-its-type";

    public string Promise => "refuses a path whose parameter is of the wrong type";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => Breakable(operation).Any();

    public IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        foreach (var name in Breakable(session.Operation))
        {
            var bound = await session.BindAsync(input);
            bound["path"]![name] = Wrong;
            var answer = await session.SendAsync(bound);
            if (answer.Status is < 400 or >= 500)
            {
                return new BrokenPromise($"{name} is not of its type: this is to be a 404 or 400.", answer);
            }
        }

        return null;
    }

    private static IEnumerable<string> Breakable(ApiOperation operation) =>
        from parameter in operation.ParametersIn("path")
        where operation.Document.Validator.Validate(parameter.GetProperty("schema"), JsonSerializer.SerializeToElement(Wrong)).Count > 0
        select parameter.GetProperty("name").GetString()!;
}
