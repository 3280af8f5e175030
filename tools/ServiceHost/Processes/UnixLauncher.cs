using System.ComponentModel;
using System.Diagnostics;
using CliWrap;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Starts processes on Linux and macOS: each in a session of its own, with a log file for stdout and stderr.</summary>
/// <remarks>A shell does both and becomes the program: the process id stays, and nothing of it depends on a pipe of this process.</remarks>
internal static class UnixLauncher
{
    // Whoever took the stdin writes to it and closes it; CliWrap calls this off at the process's end.
    private static readonly PipeSource s_open = PipeSource.Create((_, cancel) => Task.Delay(Timeout.Infinite, cancel));

    /// <summary>Starts one.</summary>
    /// <param name="spec">What to start.</param>
    /// <param name="takeInput">Gets its stdin, at once; without it stdin is empty.</param>
    /// <exception cref="LaunchException">It can't be started.</exception>
    public static IRunningProcess Launch(ProcessSpec spec, Action<Stream>? takeInput = null)
    {
        if (!Directory.Exists(spec.WorkingDirectory))
        {
            throw new LaunchException($"Its working directory '{spec.WorkingDirectory}' does not exist.");
        }
        var program = ExecutablePath.Find(spec);
        MakeLog(spec.LogFile);
        // To the shell, $0 is the log and "$@" the program with its arguments.
        var command = Cli.Wrap(Shell.For(spec.Environment))
            .WithArguments([
                "-c",
                $"exec {Session.Program} \"$@\"{(takeInput is null ? " </dev/null" : "")} >>\"$0\" 2>&1",
                spec.LogFile,
                program,
                .. spec.Arguments,
            ])
            .WithWorkingDirectory(spec.WorkingDirectory)
            .WithValidation(CommandResultValidation.None)
            .WithStandardInputPipe(takeInput is null ? PipeSource.Null : s_open);
        try
        {
            return new UnixProcess(
                command.ExecuteAsync(
                    start => Configure(start, spec, takeInput is not null),
                    process => takeInput?.Invoke(process.StandardInput.BaseStream)
                )
            );
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"'{program}' can't be started in '{spec.WorkingDirectory}': {e.Message}.");
        }
    }

    private static void Configure(ProcessStartInfo start, ProcessSpec spec, bool hasInput)
    {
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (hasInput, false, false);
        start.Environment.Clear();
        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }
    }

    // 0600: it may show what only its owner may see. The shell would make it as the umask says.
    private static void MakeLog(string path)
    {
        using var log = new FileStream(path, Client.Storage.PrivateFolder.File0600(FileMode.Append, FileAccess.Write, FileShare.ReadWrite));
    }
}
