using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>A child of this process on Windows. Written for completeness, not run there yet: it has no process group and no request to stop, so <see cref="ProcessSignal.Terminate"/> ends its whole tree.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsProcess : IRunningProcess
{
    private readonly CancellationTokenSource _kill;

    private WindowsProcess(CommandTask<CommandResult> running, CancellationTokenSource kill)
    {
        _kill = kill;
        Identity = ProcessIdentities.FindChild(running.ProcessId);
        Exited = ExitAsync(running);
    }

    public ProcessIdentity Identity { get; }

    public Task<int> Exited { get; }

    /// <summary>Starts one.</summary>
    /// <exception cref="LaunchException">It can't be started.</exception>
    public static WindowsProcess Launch(ProcessSpec spec)
    {
        var kill = new CancellationTokenSource();
        var log = Stream.Synchronized(new FileStream(spec.LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
        var command = Cli.Wrap(ExecutablePath.Find(spec))
            .WithArguments(spec.Arguments)
            .WithWorkingDirectory(spec.WorkingDirectory)
            .WithValidation(CommandResultValidation.None)
            .WithStandardOutputPipe(PipeTarget.ToStream(log))
            .WithStandardErrorPipe(PipeTarget.ToStream(log));
        try
        {
            return new WindowsProcess(
                command.ExecuteAsync(start => Configure(start, spec), configureProcess: null, kill.Token, CancellationToken.None),
                kill
            );
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"'{spec.FileName}' can't be started in '{spec.WorkingDirectory}': {e.Message}.");
        }
    }

    public void Signal(ProcessSignal signal) => SignalGroup(signal);

    public void SignalGroup(ProcessSignal signal)
    {
        if (signal is ProcessSignal.Kill or ProcessSignal.Terminate or ProcessSignal.Interrupt or ProcessSignal.Quit)
        {
            _kill.Cancel(); // CliWrap ends the whole tree
        }
    }

    public Task<IReadOnlyList<int>> GroupMembersAsync() => Task.FromResult<IReadOnlyList<int>>(Exited.IsCompleted ? [] : [Identity.Pid]);

    private static void Configure(ProcessStartInfo start, ProcessSpec spec)
    {
        start.CreateNewProcessGroup = true;
        start.Environment.Clear();
        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }
    }

    private static async Task<int> ExitAsync(CommandTask<CommandResult> running)
    {
        try
        {
            return (await running).ExitCode;
        }
        catch (OperationCanceledException)
        {
            return -1;
        }
    }
}
