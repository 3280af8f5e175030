using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>
/// What a doubled member means, RFC 8259 (4) leaves open: a service may refuse it, or go by the first or the last. By either, one of two requests that have
/// a valid and an invalid value is refused; who takes both looks at one value and uses the other.
/// </summary>
internal sealed class DoubledMember : ICheck
{
    private const int Most = 4;

    public string Promise => "keeps its rules for a member that is there twice";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        operation.TakesJson() && Inputs(InputSource.Of(operation, CheckSeed.Value)).Any();

    /// <summary>Those that have one member of the body broken.</summary>
    public IEnumerable<JsonObject> Inputs(InputSource source) =>
        source
            .Broken(Mutation.WrongType)
            .Concat(source.Broken(Mutation.OutOfBounds))
            .Where(broken => NameOf(source.Fullest, broken) is not null)
            .Take(Most);

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var valid = session.Source.Fullest;
        if (NameOf(valid, input) is not { } name)
        {
            return null; // shrunk too far
        }

        var broken = $"{JsonValue.Create(name)!.ToJsonString()}:{input["body"]![name]?.ToJsonString() ?? "null"}";
        var first = await SendAsync(session, valid, body => $"{{{broken},{body[1..]}");
        var last = await SendAsync(session, valid, body => $"{body[..^1]},{broken}}}");
        return first.Status >= 500 ? new BrokenPromise($"it failed at {name} twice.", first)
            : last.Status >= 500 ? new BrokenPromise($"it failed at {name} twice.", last)
            : first.IsSuccess && last.IsSuccess
                ? new BrokenPromise($"{name} is there twice, and it was taken with the invalid value first and last.", last)
            : null;
    }

    private static async Task<Answer> SendAsync(CheckSession session, JsonObject valid, Func<string, string> change)
    {
        var bound = await session.BindAsync(valid);
        var content = RequestWriter.TextOf(
            change(bound["body"]!.ToJsonString()),
            MediaTypes.Sendable(session.Operation.Body()!.Value.Name)
        );
        return await session.SendAsync(session.Operation.Method, RequestWriter.PathOf(session.Operation, bound), content);
    }

    /// <summary>The one member of the body that is another one; null when it is something else that is broken.</summary>
    private static string? NameOf(JsonObject valid, JsonObject broken) =>
        valid["body"] is JsonObject { Count: > 0 } good
        && broken["body"] is JsonObject bad
        && good.Count == bad.Count
        && good.Where(member => !JsonNode.DeepEquals(member.Value, bad[member.Key])).ToList() is [var only]
        && bad.ContainsKey(only.Key)
            ? only.Key
            : null;
}
