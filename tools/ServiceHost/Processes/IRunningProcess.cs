using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>A process that was started, and the process group that it leads. No signal ever meets a stranger that got its id.</summary>
public interface IRunningProcess
{
    /// <summary>Its id and start time.</summary>
    ProcessIdentity Identity { get; }

    /// <summary>Ends with the exit code, or 128 + signal when a signal ended it.</summary>
    Task<int> Exited { get; }

    /// <summary>Sends a signal to the process alone. Nothing happens when it has ended.</summary>
    void Signal(ProcessSignal signal);

    /// <summary>Sends a signal to all of its group.</summary>
    void SignalGroup(ProcessSignal signal);

    /// <summary>The processes of its group that live, itself included.</summary>
    Task<IReadOnlyList<int>> GroupMembersAsync();
}
