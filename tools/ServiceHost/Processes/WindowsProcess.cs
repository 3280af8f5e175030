using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.Versioning;
using ServiceHost.Client;

namespace ServiceHost.Processes;

/// <summary>A child of this process on Windows. Written for completeness, not run there yet: it has no process group and no request to stop, so <see cref="ProcessSignal.Terminate"/> ends its whole tree.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsProcess : IRunningProcess
{
    private readonly Process _process;
    private readonly StreamWriter _log;

    private WindowsProcess(Process process, StreamWriter log)
    {
        (_process, _log) = (process, log);
        Identity = ProcessIdentities.FindChild(process.Id);
        Exited = WaitAsync();
    }

    public ProcessIdentity Identity { get; }

    public Task<int> Exited { get; }

    /// <summary>Starts one.</summary>
    /// <exception cref="LaunchException">It can't be started.</exception>
    public static WindowsProcess Launch(ProcessSpec spec)
    {
        var start = new ProcessStartInfo(ExecutablePath.Find(spec), spec.Arguments)
        {
            WorkingDirectory = spec.WorkingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNewProcessGroup = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in spec.Environment)
        {
            start.Environment[name] = value;
        }
        try
        {
            var log = new StreamWriter(new FileStream(spec.LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
            return new WindowsProcess(Process.Start(start)!, log);
        }
        catch (Win32Exception e)
        {
            throw new LaunchException($"'{spec.FileName}' can't be started in '{spec.WorkingDirectory}': {e.Message}.");
        }
    }

    public void Signal(ProcessSignal signal) => SignalGroup(signal);

    public void SignalGroup(ProcessSignal signal)
    {
        if (signal is ProcessSignal.Kill or ProcessSignal.Terminate or ProcessSignal.Interrupt or ProcessSignal.Quit && !_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }
    }

    public Task<IReadOnlyList<int>> GroupMembersAsync() => Task.FromResult<IReadOnlyList<int>>(_process.HasExited ? [] : [Identity.Pid]);

    public void Dispose()
    {
        _process.Dispose();
        _log.Dispose();
    }

    private async Task<int> WaitAsync()
    {
        _process.StandardInput.Close();
        await Task.WhenAll(CopyAsync(_process.StandardOutput), CopyAsync(_process.StandardError), _process.WaitForExitAsync());
        return _process.ExitCode;
    }

    private async Task CopyAsync(StreamReader from)
    {
        var buffer = new char[4096]; // not by lines: one may be of any length
        while (await from.ReadAsync(buffer) is > 0 and var read)
        {
            lock (_log)
            {
                _log.Write(buffer, 0, read);
            }
        }
    }
}
