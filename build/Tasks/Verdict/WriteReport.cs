using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using Microsoft.Build.Framework;

namespace IntegrationSuite.Tasks.Verdict;

/// <summary>Writes the page about the run, <c>report/index.html</c>, and says where it is. The verdict is written by then: a page that can't be written is a warning.</summary>
public sealed class WriteReport : SuiteTask
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>The path of <c>servicehost.dll</c>.</summary>
    [Required]
    public required string ServiceHost { get; set; }

    /// <summary>The folder of the run.</summary>
    [Required]
    public required string ArtifactsDirectory { get; set; }

    /// <summary>Where results are.</summary>
    [Required]
    public required string ResultsDirectory { get; set; }

    /// <inheritdoc />
    protected override void Run()
    {
        try
        {
            var words = new[]
            {
                ServiceHost,
                "report",
                Path.GetFullPath(ArtifactsDirectory),
                "--results",
                Path.GetFullPath(ResultsDirectory),
            };
            var run = ProgramRun.RunAsync(Cli.Wrap(DotnetHost.FilePath).WithArguments(words), s_patience).GetAwaiter().GetResult();
            if (run.ExitCode == 0)
            {
                Say(run.Output.Trim());
                return;
            }

            Warn(run.Error.Trim());
        }
        catch (TimeoutException e)
        {
            Warn(e.Message);
        }
    }

    private void Warn(string why) =>
        Report(
            new SuiteError(
                ErrorCodes.ReportUnwritable,
                $"The report of this run could not be written; its verdict is in {ResultsDirectory}. {why}",
                IsWarning: true
            )
        );
}
