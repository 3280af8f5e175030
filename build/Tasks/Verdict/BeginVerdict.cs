using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;
using IntegrationSuite.Tasks.Ci;
using IntegrationSuite.Tasks.Coverage;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>Takes the verdict and the results of an earlier run away before anything else: a run that is cancelled or killed leaves none, and so cannot be mistaken for a pass. Checks the thresholds too, before minutes are spent.</summary>
public sealed class BeginVerdict : SuiteTask
{
    /// <summary>Where results go.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <summary>The manifest's path: who may write beside it decides what runs.</summary>
    [Required]
    public required string Manifest { get; set; }

    /// <summary>For how many seconds no test may begin or end before the test process is taken to hang.</summary>
    public string HangTimeout { get; set; } = "1800";

    /// <summary>See <see cref="CollectCoverage.Threshold"/>.</summary>
    public string Threshold { get; set; } = "80";

    /// <summary>See <see cref="CollectCoverage.ThresholdType"/>.</summary>
    public string ThresholdType { get; set; } = "line";

    /// <summary>See <see cref="WriteCiReports.Ci"/>.</summary>
    public string? Ci { get; set; }

    /// <summary>When the run began (UTC, round-trip format).</summary>
    [Required]
    public required string StartedAt { get; set; }

    /// <summary>See <see cref="RunFacts.Concern"/>.</summary>
    public string? Concern { get; set; }

    /// <summary>The test filter, when one was given.</summary>
    public string? Filter { get; set; }

    /// <summary>The build configuration.</summary>
    public string? Configuration { get; set; }

    /// <summary>The .NET SDK's version.</summary>
    public string? Sdk { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        ReportedErrors.Clear();
        Directory.CreateDirectory(ResultsDirectory);
        foreach (var file in Directory.EnumerateFiles(ResultsDirectory).Where(IsOfARun))
        {
            File.Delete(file);
        }

        Dumps.Open(ResultsDirectory, Manifest);
        File.WriteAllText(Path.Combine(ResultsDirectory, RunFacts.FileName), JsonSerializer.Serialize(Facts(), ClientJson.Indented));
        if (!double.TryParse(HangTimeout, CultureInfo.InvariantCulture, out var seconds) || seconds is not > 0)
        {
            throw new SuiteException(
                new SuiteError(
                    ErrorCodes.BadOption,
                    $"The property IntegrationTestHangTimeout is '{HangTimeout}'; it must be a number of seconds greater than 0."
                )
            );
        }

        CollectCoverage.ParseThreshold(Threshold, ThresholdType);
        CiSystems.Of(Ci, Environment.GetEnvironmentVariable);
    }

    private RunFacts Facts()
    {
        var git = GitState.ReadAsync(Path.GetDirectoryName(Path.GetFullPath(Manifest))!).GetAwaiter().GetResult();
        return new RunFacts(
            DateTimeOffset.Parse(StartedAt, CultureInfo.InvariantCulture),
            Concern,
            Filter,
            Configuration,
            git.Commit,
            git.Branch,
            git.Changed,
            typeof(BeginVerdict).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
            Sdk,
            $"{RuntimeInformation.OSDescription} {RuntimeInformation.OSArchitecture}",
            Environment.MachineName,
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20
        );
    }

    // TrxReport leaves what it had written so far when all its processes are killed.
    private static bool IsOfARun(string file) =>
        Path.GetExtension(file) is ".json" or ".sig" or ".trx" or ".svg" or ".log"
        || Path.GetFileName(file) is JUnitFile.FileName or JobSummary.FileName
        || Path.GetFileName(file).StartsWith("trx-stream-", StringComparison.Ordinal);
}
