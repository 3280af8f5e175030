using CliWrap;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Results;

namespace IntegrationSuite.MutationTesting.Judging;

/// <summary>A test project that is run again and again.</summary>
/// <param name="assembly">Its assembly.</param>
/// <param name="launch">Of the services that it is to use.</param>
/// <param name="folder">Where it leaves its results, and what it said.</param>
/// <param name="filter">Which of its tests; empty: all.</param>
internal sealed class TestProject(string assembly, LaunchOptions launch, string folder, string filter)
{
    // A round takes a minute or two: what takes so long hangs.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    /// <summary>Its name.</summary>
    public string Name => Path.GetFileNameWithoutExtension(assembly);

    /// <summary>What it said.</summary>
    public string Log => Path.Combine(folder, $"{Name}.log");

    private string[] Filter => filter.Length == 0 ? [] : ["--filter", filter];

    private string ResultsFile => Path.Combine(folder, $"{Name}.trx");

    /// <summary>Runs its tests.</summary>
    /// <param name="plan">What <see cref="MutationPlan.Variable"/> says.</param>
    /// <param name="cancel">Calls it off.</param>
    /// <returns>How each ended; without those that had not when the process was ended for its slowness.</returns>
    public async Task<IReadOnlyList<TestResult>> RunAsync(string plan, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        File.Delete(ResultsFile);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(s_patience);
        try
        {
            await Command(plan).ExecuteAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return [];
        }

        return File.Exists(ResultsFile) ? TrxFile.Read(ResultsFile, Name).Tests : [];
    }

    private Command Command(string plan) =>
        Cli.Wrap(DotnetHost.FilePath)
            .WithArguments([assembly, "--results-directory", folder, "--report-trx", "--report-trx-filename", $"{Name}.trx", .. Filter])
            .WithEnvironmentVariables(variables => variables.Set(RunState.FileVariable, launch.StateFile).Set(MutationPlan.Variable, plan))
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToFile(Log));
}
