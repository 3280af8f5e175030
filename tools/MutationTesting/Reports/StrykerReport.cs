using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationSuite.MutationTesting.Judging;

namespace IntegrationSuite.MutationTesting.Reports;

/// <summary>The report in Stryker's schema (mutation-testing-report-schema, version 2), which its viewer and dashboards read.</summary>
internal static class StrykerReport
{
    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true };

    /// <summary>Writes it.</summary>
    /// <param name="file">Where.</param>
    /// <param name="judgement">What.</param>
    /// <param name="root">The folder that the mutants' files are named from.</param>
    public static void Write(string file, Judgement judgement, string root) =>
        File.WriteAllText(file, Of(judgement, root).ToJsonString(s_options));

    private static JsonObject Of(Judgement judgement, string root) =>
        new()
        {
            ["schemaVersion"] = "2",
            ["thresholds"] = new JsonObject { ["high"] = 90, ["low"] = 60 },
            ["projectRoot"] = root,
            ["files"] = new JsonObject(judgement.Verdicts.GroupBy(verdict => verdict.Mutant.File).Select(source => Source(root, source))),
            ["testFiles"] = new JsonObject(judgement.Tests.GroupBy(test => test.Value.ClassName ?? "").Select(TestClass)),
        };

    private static KeyValuePair<string, JsonNode?> Source(string root, IGrouping<string, MutantVerdict> source) =>
        KeyValuePair.Create<string, JsonNode?>(
            source.Key,
            new JsonObject
            {
                ["language"] = "cs",
                ["source"] = File.ReadAllText(Path.Combine(root, source.Key)),
                ["mutants"] = new JsonArray([.. source.Select(Mutant)]),
            }
        );

    private static KeyValuePair<string, JsonNode?> TestClass(
        IGrouping<string, KeyValuePair<string, IntegrationSuite.ServiceHost.Client.Results.TestResult>> tests
    ) =>
        KeyValuePair.Create<string, JsonNode?>(
            tests.Key,
            new JsonObject
            {
                ["tests"] = new JsonArray([.. tests.Select(test => new JsonObject { ["id"] = test.Key, ["name"] = test.Value.Name })]),
            }
        );

    private static JsonObject Mutant(MutantVerdict verdict) =>
        new()
        {
            ["id"] = $"{verdict.Mutant.Assembly}:{verdict.Mutant.Id}",
            ["mutatorName"] = verdict.Mutant.Kind,
            ["replacement"] = verdict.Mutant.Replacement,
            ["location"] = new JsonObject { ["start"] = At(verdict.Mutant.Start), ["end"] = At(verdict.Mutant.End) },
            ["status"] = Status(verdict.Fate),
            ["statusReason"] = Reason(verdict),
            ["static"] = verdict.Mutant.OfProcess,
            ["coveredBy"] = new JsonArray([.. verdict.Tests.Select(test => JsonValue.Create(test))]),
            ["killedBy"] = new JsonArray(verdict.KilledBy is { } test ? [JsonValue.Create(test)] : []),
            ["testsCompleted"] = verdict.PassedOver.Count + (verdict.KilledBy is null ? 0 : 1),
        };

    private static string Reason(MutantVerdict verdict) =>
        verdict.Fate switch
        {
            Fate.AtStart => "reached at the start of its service only",
            Fate.NotJudged => "the time was up",
            _ => verdict.Mutant.Reason ?? verdict.Message ?? "",
        };

    private static JsonObject At(Mutants.Place place) => new() { ["line"] = place.Line, ["column"] = place.Column };

    private static string Status(Fate fate) =>
        fate switch
        {
            Fate.Killed => "Killed",
            Fate.Survived => "Survived",
            Fate.NotReached => "NoCoverage",
            Fate.NotJudged => "Pending",
            _ => "Ignored",
        };
}
