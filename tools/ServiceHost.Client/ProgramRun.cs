using System.Diagnostics;

namespace ServiceHost.Client;

/// <summary>A program that was run to its end.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">The first part of its stdout.</param>
/// <param name="Error">The first part of its stderr.</param>
public sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs one and reads both of its outputs at the same time, whatever their size.</summary>
    /// <param name="start">What to run; the outputs are redirected here.</param>
    /// <param name="patience">How long it may take; then it is killed with all that it started.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It can't be started.</exception>
    /// <exception cref="TimeoutException">It took longer.</exception>
    public static async Task<ProgramRun> RunAsync(ProcessStartInfo start, TimeSpan patience)
    {
        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError) = (false, true, true);
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(patience);
        try
        {
            var outputs = await Task.WhenAll(ReadAsync(process.StandardOutput, limit), ReadAsync(process.StandardError, limit));
            await process.WaitForExitAsync(limit.Token);
            return new ProgramRun(process.ExitCode, outputs[0], outputs[1]);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{start.FileName}' did not end within {patience.TotalSeconds:0} s.", e);
        }
    }

    private static Task<string> ReadAsync(StreamReader reader, CancellationTokenSource limit) => BoundedText.ReadAllAsync(reader, cancel: limit.Token);
}
