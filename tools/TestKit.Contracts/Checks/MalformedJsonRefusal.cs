using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>A body that is no JSON (RFC 8259) is refused, however near it comes.</summary>
internal sealed class MalformedJsonRefusal : RefusalCheck
{
    public override string Promise => "refuses malformed JSON";

    public override IEnumerable<JsonObject> Inputs(InputSource source) => [source.Simplest];

    public override async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        foreach (var text in Malformed((await session.BindAsync(input))["body"]?.ToJsonString() ?? "null"))
        {
            var answer = await SendAsync(
                session,
                input,
                RequestWriter.TextOf(text, MediaTypes.Sendable(session.Operation.Body()!.Value.Name))
            );
            if (Expect(answer, "a body that is no JSON") is { } finding)
            {
                return finding;
            }
        }

        return null;
    }

    private static IEnumerable<string> Malformed(string valid) => Damaged(valid).Where(text => !IsJson(text));

    private static IEnumerable<string> Damaged(string valid) =>
        [
            "",
            "{",
            valid[..^1],
            valid + "x",
            valid + valid,
            $"/* a comment */{valid}",
            valid.Replace('"', '\''),
            valid.Length > 2 ? $"{valid[..^1]},{valid[^1]}" : "{,}",
        ];

    private static bool IsJson(string text)
    {
        try
        {
            JsonNode.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
