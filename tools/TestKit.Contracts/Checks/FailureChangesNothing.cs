using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>EvoMaster's partial-update fault: a PUT, PATCH or POST below a thing that is refused leaves the thing as it was.</summary>
internal sealed class FailureChangesNothing : ICheck
{
    public string Promise => "changes nothing when it refuses";

    public bool AppliesTo(ApiDocument document, ApiOperation operation) =>
        operation.Method is "PUT" or "PATCH" or "POST" && operation.Body() is not null && Owner(document, operation) is not null;

    public IEnumerable<JsonObject> Inputs(InputSource source) =>
        Enum.GetValues<Mutation>().SelectMany(mutation => source.Broken(mutation).Take(4));

    public async Task<BrokenPromise?> JudgeAsync(CheckSession session, JsonObject input)
    {
        var read = Owner(session.Document, session.Operation)!;
        var bound = await session.BindAsync(input);
        var path = RequestWriter.PathOf(read, new JsonObject { ["path"] = PathOf(read, bound), ["query"] = new JsonObject() });
        var before = await Snapshot.TakeAsync(session, read, path);
        var refused = await session.SendAsync(bound);
        if (refused.Status is < 400 or >= 500 || before is null)
        {
            return null;
        }

        var after = await Snapshot.TakeAsync(session, read, path);
        return JsonNode.DeepEquals(before, after)
            ? null
            : new BrokenPromise($"before it was {before.ToJsonString()}, after the refusal {after?.ToJsonString()}.", refused);
    }

    private static JsonObject PathOf(ApiOperation read, JsonObject bound) =>
        new(
            bound["path"]!
                .AsObject()
                .Where(value => read.Path.Contains($"{{{value.Key}}}"))
                .Select(value => KeyValuePair.Create(value.Key, value.Value?.DeepClone()))
        );

    /// <summary>What reads the thing that the operation changes: its own path, or the nearest above it that names one.</summary>
    private static ApiOperation? Owner(ApiDocument document, ApiOperation operation)
    {
        var segments = operation.Path.Split('/');
        return Enumerable
            .Range(1, segments.Length - 1)
            .Select(cut => string.Join('/', segments[..^(cut - 1)]))
            .Where(path => path.Contains('{'))
            .Select(path => document.Operation("GET", path))
            .FirstOrDefault(read => read is not null);
    }
}
