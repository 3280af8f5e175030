using System.Text.Json;
using CliWrap;
using IntegrationSuite.Migrations.Files;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.TestKit.Databases.Proofs;

/// <summary>A runner of migrations in a process of its own, for being killed.</summary>
internal sealed class RunnerProcess : IDisposable
{
    private readonly CancellationTokenSource _kill = new();
    private readonly CommandTask<CommandResult> _running;
    private string _errors = "";

    private RunnerProcess(string work) =>
        _running = Cli.Wrap(DotnetHost.FilePath)
            .WithArguments(DotnetHost.ArgumentsOfLibrary("MigrationRunner.dll"))
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(PipeSource.FromString(work))
            .WithStandardErrorPipe(
                PipeTarget.Create(
                    async (stderr, cancel) => _errors = await BoundedText.ReadAllAsync(new StreamReader(stderr), cancel: cancel)
                )
            )
            .ExecuteAsync(_kill.Token);

    /// <summary>Starts one that migrates several databases at once.</summary>
    /// <param name="work">Databases and folders.</param>
    /// <param name="version">The version to reach.</param>
    public static RunnerProcess Start(IEnumerable<(string Url, MigrationFolder Folder)> work, string version) =>
        new(
            string.Concat(
                work.Select(each =>
                    $"{each.Url}\t{each.Folder.Path}\t{version}\t{JsonSerializer.Serialize(each.Folder.Placeholders)}\t{each.Folder.Format.Name}\n"
                )
            )
        );

    /// <summary>Fails, with what it said, when it has ended by itself.</summary>
    public void RequireAlive()
    {
        if (_running.Task.IsCompleted)
        {
            throw new InvalidOperationException(
                $"The runner that was to be killed ended by itself with exit code {_running.Task.GetAwaiter().GetResult().ExitCode}: {_errors}"
            );
        }
    }

    /// <summary>Kills it with SIGKILL, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        await _kill.CancelAsync();
        await _running.Task.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public void Dispose()
    {
        _kill.Cancel();
        _kill.Dispose();
    }
}
