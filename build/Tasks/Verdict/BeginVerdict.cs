using Microsoft.Build.Framework;
using IntegrationSuite.Tasks.Coverage;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>Takes the verdict and the results of an earlier run away before anything else: a run that is cancelled or killed leaves none, and so cannot be mistaken for a pass. Checks the thresholds too, before minutes are spent.</summary>
public sealed class BeginVerdict : SuiteTask
{
    /// <summary>Where results go.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>See <see cref="CollectCoverage.Threshold"/>.</summary>
    public string Threshold { get; set; } = "80";

    /// <summary>See <see cref="CollectCoverage.ThresholdType"/>.</summary>
    public string ThresholdType { get; set; } = "line";

    /// <inheritdoc />
    protected override void Run()
    {
        ReportedErrors.Clear();
        Directory.CreateDirectory(ResultsDirectory);
        foreach (var file in Directory.EnumerateFiles(ResultsDirectory).Where(file => Path.GetExtension(file) is ".json" or ".trx" or ".svg"))
        {
            File.Delete(file);
        }

        CollectCoverage.ParseThreshold(Threshold, ThresholdType);
    }
}
