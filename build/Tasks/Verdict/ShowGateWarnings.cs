using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>Warns of what would have failed its test, if its gate did not only warn: TestKit wrote it to <c>results/warnings.&lt;Project&gt;.json</c>.</summary>
public sealed class ShowGateWarnings : SuiteTask
{
    private const int Most = 50;
    private const int LongestMessage = 1000;

    /// <summary>Where results are.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        var found = Directory
            .EnumerateFiles(ResultsDirectory, "warnings.*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<List<SuiteError>>(File.ReadAllBytes(file), ClientJson.Options)!)
            .Distinct();
        IReadOnlyList<SuiteError> warnings = Shared<Kept<SuiteError>>() is { } kept ? kept.Complete(found) : [.. found];
        warnings
            .Take(Most)
            .Select(warning => warning with { Message = HarmlessText.OneLine(warning.Message, LongestMessage) })
            .ToList()
            .ForEach(Report);
        if (warnings.Count > Most)
        {
            Say($"– {warnings.Count - Most} more warnings stand in {Path.Combine(ResultsDirectory, "warnings.*.json")}");
        }
    }
}
