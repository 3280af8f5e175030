using System.Text.Json.Nodes;
using IntegrationSuite.TestKit.Contracts.Calls;
using IntegrationSuite.TestKit.Contracts.Generation;

namespace IntegrationSuite.TestKit.Contracts.Checks;

/// <summary>Runs one check of one operation; what it finds is shrunk to the simplest input that still shows it.</summary>
internal sealed class CheckRun(
    IReadOnlyList<ApiService> system,
    ApiService service,
    ApiOperation operation,
    ICheck check,
    ulong seed,
    CancellationToken cancel
)
{
    private const int MostTries = 60;

    private readonly CheckSession _session = new(system, service, operation, seed, cancel);
    private readonly InputSource _source = InputSource.Of(operation, seed);

    /// <summary>What is wrong; null when nothing was found.</summary>
    public async Task<string?> FailureAsync()
    {
        if (service.Document.Validator.DefectsOf(_source.Schema) is [var defect, ..])
        {
            return $"{service.Name}: {operation} can't be checked, as its input has no schema to go by: {defect}";
        }

        foreach (var input in check.Inputs(_source))
        {
            if (await check.JudgeAsync(_session, input) is { } finding)
            {
                return Message(await ShrinkAsync(input, finding));
            }
        }

        return null;
    }

    private async Task<BrokenPromise> ShrinkAsync(JsonObject input, BrokenPromise finding)
    {
        var (simplest, tries) = (input, 0);
        for (var found = true; found; )
        {
            found = false;
            foreach (var simpler in Simpler(simplest))
            {
                if (tries++ < MostTries && await check.JudgeAsync(_session, simpler) is { } same)
                {
                    (simplest, finding, found) = (simpler, same, true);
                    break;
                }
            }
        }

        return finding;
    }

    /// <summary>Simpler inputs that are valid, or broken at the same place and in the same way.</summary>
    private IEnumerable<JsonObject> Simpler(JsonObject input)
    {
        var shape = service.Document.Shape(_source.Schema, input);
        return Shrinking
            .Of(input)
            .OfType<JsonObject>()
            .Where(IsWhole)
            .Select(simpler => Arrival.Of(operation, simpler))
            .OfType<JsonObject>()
            .Where(simpler => !JsonNode.DeepEquals(simpler, input) && service.Document.Shape(_source.Schema, simpler) == shape);
    }

    private static bool IsWhole(JsonObject input) => input["path"] is JsonObject && input["query"] is JsonObject;

    private string Message(BrokenPromise finding) =>
        $"""
            {service.Name}: {operation} breaks its promise that it {check.Promise}: {finding.What}
            It answered {finding.Answer.Status}: {Start(finding.Answer.Body)}
            Repeat the call: {finding.Answer.Curl}
            Repeat the check: {CheckSeed.Variable}={seed}
            """;

    private static string Start(byte[] body) =>
        body.Length == 0 ? "nothing" : System.Text.Encoding.UTF8.GetString(body, 0, Math.Min(body.Length, 500));
}
