using CliWrap;
using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>A child of this process on Linux or macOS. CliWrap waits for it, so that its id is free once it has ended: no signal goes there before its start time was checked.</summary>
internal sealed class UnixProcess : IRunningProcess
{
    public UnixProcess(CommandTask<CommandResult> running)
    {
        Identity = ProcessIdentities.FindChild(running.ProcessId);
        Exited = ExitAsync(running);
    }

    public ProcessIdentity Identity { get; }

    public Task<int> Exited { get; }

    // A group's id goes to no other process while the group has a member. Once it has none, a stranger may get it, and leads it then.
    private bool IsStrangers => ProcessStat.TryRead(Identity.Pid) is { } leader && leader.StartTicks != Identity.StartTicks;

    public void Signal(ProcessSignal signal)
    {
        if (Identity.IsAlive())
        {
            _ = Posix.Kill(Identity.Pid, Posix.Number(signal));
        }
    }

    public void SignalGroup(ProcessSignal signal)
    {
        // For its first moment the shell is not a leader yet.
        if (!IsStrangers && Posix.Kill(-Identity.Pid, Posix.Number(signal)) != 0)
        {
            Signal(signal);
        }
    }

    public async Task<IReadOnlyList<int>> GroupMembersAsync()
    {
        var members = await ProcessGroup.MembersAsync(Identity.Pid);
        return IsStrangers ? []
            : members.Count > 0 || !Identity.IsAlive() ? members
            : [Identity.Pid];
    }

    private static async Task<int> ExitAsync(CommandTask<CommandResult> running) => (await running).ExitCode;
}
