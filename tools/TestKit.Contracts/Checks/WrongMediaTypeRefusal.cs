using System.Text;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A body of a media type that the document does not have is refused, even if its bytes would do.</summary>
internal sealed class WrongMediaTypeRefusal : RefusalCheck
{
    private static readonly string[] s_types = ["text/plain", "application/xml", "application/octet-stream"];

    public override string Promise => "refuses a body of another media type";

    public override bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        operation.Body() is not null && s_types.Any(type => !IsTaken(operation, type));

    public override IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public override async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        foreach (var type in s_types.Where(type => !IsTaken(session.Operation, type)))
        {
            var body = (await session.BindAsync(input))["body"]?.ToJsonString() ?? "";
            if (Expect(await SendAsync(session, input, new StringContent(body, Encoding.UTF8, type)), $"a body of {type}") is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    private static bool IsTaken(ApiOperation operation, string type) =>
        MediaTypes.Of(operation.Definition.GetProperty("requestBody").GetProperty("content"), type) is not null;
}
