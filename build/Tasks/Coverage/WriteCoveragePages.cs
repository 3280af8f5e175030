using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.Tasks.Coverage.Reports;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Coverage;

/// <summary>Writes the HTML pages over the last run's reports with ReportGenerator. Opens nothing.</summary>
public sealed class WriteCoveragePages : SuiteTask
{
    private static readonly string ReportGenerator = Path.Combine(
        Path.GetDirectoryName(typeof(WriteCoveragePages).Assembly.Location)!,
        "reportgenerator",
        "ReportGenerator.dll"
    );
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Where the reports are, in Cobertura or LCOV, a folder a service.</summary>
    [Required]
    public required string CoverageDirectory { get; set; }

    /// <summary>Where the pages go: <c>coverage/index.html</c> below it.</summary>
    [Required]
    public required string ReportDirectory { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        var folder = Path.GetFullPath(CoverageDirectory);
        if (!Directory.Exists(folder) || !Directory.EnumerateDirectories(folder).Any(HasReport))
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.NoCoverage, $"There is no coverage to report in {folder}. Run: dotnet build -t:IntegrationTest")
            );
        }

        var target = Path.Combine(Path.GetFullPath(ReportDirectory), "coverage");
        Generate(folder, target);
        Say($"Coverage report: {Path.Combine(target, "index.html")}");
    }

    private static bool HasReport(string folder) =>
        File.Exists(Path.Combine(folder, ReportFile.CoberturaName)) || File.Exists(Path.Combine(folder, ReportFile.LcovName));

    private static void Generate(string folder, string target)
    {
        // Relative to its folder: a ';' in an absolute path would separate two.
        var command = Cli.Wrap(DotnetHost.FilePath)
            .WithWorkingDirectory(folder)
            .WithArguments([
                ReportGenerator,
                $"-reports:*/{ReportFile.CoberturaName};*/{ReportFile.LcovName}",
                $"-targetdir:{target}",
                "-reporttypes:Html;Cobertura;JsonSummary",
                "-verbosity:Error",
            ]);
        var run = ProgramRun.RunAsync(command, s_patience).GetAwaiter().GetResult();
        if (run.ExitCode != 0)
        {
            throw new SuiteException(
                new SuiteError(ErrorCodes.ReportFailed, $"ReportGenerator ended with {run.ExitCode}: {run.Output}{run.Error}")
            );
        }
    }
}
