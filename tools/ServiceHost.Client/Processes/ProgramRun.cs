using CliWrap;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">The first part of its stdout.</param>
/// <param name="Error">The first part of its stderr.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs one and reads both of its outputs at the same time, whatever their size.</summary>
    /// <param name="command">What to run; its outputs are read here.</param>
    /// <param name="patience">How long it may take; then it is killed with all that it started.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It can't be started.</exception>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<ProgramRun> RunAsync(Command command, TimeSpan patience)
    {
        var (output, error) = ("", "");
        using var limit = new CancellationTokenSource(patience);
        try
        {
            var ended = await command
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(Text(text => output = text))
                .WithStandardErrorPipe(Text(text => error = text))
                .ExecuteAsync(limit.Token);
            return new ProgramRun(ended.ExitCode, output, error);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"'{command.TargetFilePath}' did not end within {patience.TotalSeconds:0} s.", e);
        }
    }

    private static PipeTarget Text(Action<string> take) =>
        PipeTarget.Create(async (stream, cancel) => take(await BoundedText.ReadAllAsync(new StreamReader(stream), cancel: cancel)));
}
