using System.CommandLine;
using IntegrationSuite.Report;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Commands;

/// <summary><c>servicehost report</c>: makes the page about a run.</summary>
internal static class Report
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string?>("folder")
        {
            Description = "The folder of a run, also one that was downloaded. Default: artifacts/integration beside the manifest.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var results = new Option<string?>("--results") { Description = "Where its results are. Default: results in that folder." };
        var command = new Command("report", "Write report/index.html about a run from what it left, also of one that was killed.")
        {
            folder,
            results,
        };
        var options = new RunOptions().AddPlace(command);
        command.SetAction(parsed =>
        {
            var artifacts = parsed.GetValue(folder) ?? options.Place(parsed).ArtifactsDirectory;
            Console.WriteLine($"Report: {RunReport.Write(artifacts, parsed.GetValue(results))}");
            return (int)ExitCode.Success;
        });
        return command;
    }
}
