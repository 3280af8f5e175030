using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Schemathesis' <c>unsupported_method</c>: a method that a path does not have is a 405 with <c>Allow</c> (RFC 9110, 15.5.6).</summary>
internal sealed class UnsupportedMethod : ICheck
{
    private static readonly string[] Methods = ["GET", "PUT", "POST", "DELETE", "PATCH"];

    public string Promise => "answers methods that its path does not have with 405 and Allow";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) => true;

    public IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var path = RequestWriter.PathOf(session.Operation, await session.BindAsync(input));
        foreach (var method in Methods.Where(method => session.Document.Find(method, path.Split('?')[0]) is null))
        {
            var answer = await session.SendAsync(method, path);
            if (Fault(session, method, answer) is { } what)
            {
                return new BrokenPromise(what, answer);
            }
        }

        return null;
    }

    private static string? Fault(CheckSession session, string method, Answer answer) =>
        answer.Status != 405 ? $"{method} is to be a 405."
        : answer.Header("Allow") is not { } allow ? "a 405 needs an Allow."
        : !allow.Split(',', StringSplitOptions.TrimEntries).Contains(session.Operation.Method)
            ? $"Allow should name {session.Operation.Method}, and is '{allow}'."
        : null;
}
