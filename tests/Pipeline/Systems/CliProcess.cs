using System.Diagnostics;
using System.Text;
using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;

namespace Pipeline.Systems;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Output">Its stdout.</param>
/// <param name="Error">Its stderr.</param>
internal sealed record CliResult(int ExitCode, string Output, string Error)
{
    public override string ToString() => $"exit code {ExitCode}{Environment.NewLine}stdout: {Output}{Environment.NewLine}stderr: {Error}";

    /// <summary>Fails the test, with all that was printed, unless it ended so.</summary>
    public CliResult AssertExit(ExitCode expected)
    {
        Assert.AreEqual((int)expected, ExitCode, ToString());
        return this;
    }

    /// <summary>Fails the test unless stderr has an error of this code, in canonical form, that contains these texts; and never a stack trace.</summary>
    public CliResult AssertError(string code, params string[] texts)
    {
        StringAssert.Contains(Error, $": error {code}: ");
        Assert.IsFalse(Error.Contains("   at ", StringComparison.Ordinal), $"a stack trace: {this}");
        foreach (var text in texts)
        {
            StringAssert.Contains(Error, text);
        }

        return this;
    }
}

/// <summary>A command that runs, <c>servicehost</c> or another.</summary>
internal sealed class CliProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();
    private readonly TimeSpan _patience;

    /// <summary>Starts it.</summary>
    /// <param name="patience">How long it may take.</param>
    /// <param name="folder">Where.</param>
    /// <param name="environment">More environment for it.</param>
    /// <param name="words">Program and arguments.</param>
    public CliProcess(
        TimeSpan patience,
        string folder,
        IEnumerable<KeyValuePair<string, string>> environment,
        params IEnumerable<string> words
    )
    {
        _patience = patience;
        var start = new ProcessStartInfo(words.First(), words.Skip(1))
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Take(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Pid => _process.Id;

    public bool HasExited => _process.HasExited;

    private CliResult SoFar => new(_process.HasExited ? _process.ExitCode : -1, Text(_output), Text(_error));

    /// <summary>Waits until stdout contains a text.</summary>
    public Task SaysAsync(string text) =>
        Until.TrueAsync(
            () =>
                Text(_output).Contains(text, StringComparison.Ordinal)
                || (_process.HasExited ? throw new AssertFailedException($"It never said '{text}': {SoFar}") : false),
            () => $"It never said '{text}': {SoFar}",
            _patience
        );

    /// <summary>Waits for its end, and for the end of its stdout and stderr: whatever keeps them open keeps the test waiting.</summary>
    public async Task<CliResult> EndAsync()
    {
        using var patience = new CancellationTokenSource(_patience);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"It did not end (or something keeps its stdout open): {SoFar}");
        }

        return SoFar;
    }

    /// <summary>Sends it a signal.</summary>
    public void Signal(ProcessSignal signal) => Signals.Send(Pid, signal);

    /// <summary>Kills it, if it still runs.</summary>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static void Take(StringBuilder to, string? line)
    {
        if (line is not null)
        {
            lock (to)
            {
                to.Append(line).Append('\n');
            }
        }
    }

    private static string Text(StringBuilder from)
    {
        lock (from)
        {
            return from.ToString();
        }
    }
}
