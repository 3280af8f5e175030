using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Who answers with an <c>ETag</c> keeps to what is asked by it (RFC 9110, 13.2.1): 304 for what the caller has, and no change of what is another version.</summary>
internal sealed class ConditionalRequests : ICheck
{
    private const string OtherVersion = "\"of-another-version\"";

    public string Promise => "answers to If-None-Match and If-Match by its ETag";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => operation.Method == "GET" && operation.Path.Contains('{');

    public IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var bound = await session.BindAsync(input);
        var path = RequestWriter.PathOf(session.Operation, bound);
        if (await session.SendAsync(bound) is not { Status: 200 } answer || answer.Header("ETag") is not { } tag)
        {
            return null;
        }

        var again = await session.SendAsync("GET", path, null, ("If-None-Match", tag));
        return again.Status == 200 && again.Header("ETag") == tag
                ? new BrokenPromise($"with If-None-Match: {tag} this is to be a 304.", again)
            : await ChangedAsync(session, path) is { } changed
                ? new BrokenPromise($"with If-Match: {OtherVersion} this is to be a 412.", changed)
            : null;
    }

    /// <summary>A change that went through though it was of another version.</summary>
    private static async Task<Answer?> ChangedAsync(CheckSession session, string path)
    {
        if (session.Document.Operation("DELETE", session.Operation.Path) is null)
        {
            return null; // of a PUT nobody knows whether it was refused for its body
        }

        var answer = await session.SendAsync("DELETE", path, null, ("If-Match", OtherVersion));
        return answer.IsSuccess ? answer : null;
    }
}
