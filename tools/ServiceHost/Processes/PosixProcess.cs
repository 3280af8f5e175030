using System.Runtime.InteropServices;
using ServiceHost.Client;

namespace ServiceHost.Processes;

/// <summary>A child of this process on Linux or macOS. After its end it stays a zombie until <see cref="Dispose"/>, and so keeps its id.</summary>
internal sealed class PosixProcess : IRunningProcess
{
    private const int WaitExited = 4;
    private const int ByPid = 1;
    private const int ExitedByItself = 1;

    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _reaping = new();
    private bool _reaped;

    public PosixProcess(int pid)
    {
        Identity = ProcessIdentities.FindChild(pid);
        new Thread(WatchEnd, maxStackSize: 128 * 1024) { IsBackground = true, Name = $"wait {pid}" }.Start();
    }

    public ProcessIdentity Identity { get; }

    public Task<int> Exited => _exited.Task;

    public void Signal(ProcessSignal signal) => Send(Identity.Pid, signal);

    public void SignalGroup(ProcessSignal signal) => Send(-Identity.Pid, signal);

    public async Task<IReadOnlyList<int>> GroupMembersAsync()
    {
        var members = await ProcessGroup.MembersAsync(Identity.Pid);
        lock (_reaping)
        {
            return _reaped ? [] : members;
        }
    }

    public unsafe void Dispose()
    {
        lock (_reaping)
        {
            if (!_reaped && Exited.IsCompleted)
            {
                _ = Posix.WaitPid(Identity.Pid, null, 0);
                _reaped = true;
            }
        }
    }

    private void Send(int target, ProcessSignal signal)
    {
        lock (_reaping)
        {
            if (!_reaped)
            {
                _ = Posix.Kill(target, Posix.Number(signal));
            }
        }
    }

    private unsafe void WatchEnd()
    {
        var info = stackalloc byte[Posix.OpaqueSize];
        var keepZombie = OperatingSystem.IsMacOS() ? 0x20 : 0x01000000;
        int result;
        do
        {
            result = Posix.WaitId(ByPid, Identity.Pid, info, WaitExited | keepZombie);
        }
        while (result != 0 && Marshal.GetLastPInvokeError() == 4); // EINTR

        // siginfo_t: si_code is the third int; si_status follows si_pid and si_uid, which Linux aligns to 8 bytes.
        var code = *(int*)(info + 8);
        var status = *(int*)(info + (OperatingSystem.IsMacOS() ? 20 : 24));
        _exited.SetResult(result != 0 ? -1 : code == ExitedByItself ? status : 128 + status);
    }
}
