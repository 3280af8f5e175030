using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Client.Storage;
using IntegrationSuite.ServiceHost.State;
using IntegrationSuite.ServiceHost.Storage;

namespace IntegrationSuite.ServiceHost.Doctor.Checks;

/// <summary>The run that uses a folder now: what carries its mark is in use, not left behind.</summary>
/// <param name="Supervisor">Its supervisor's process id; null when it can't be seen.</param>
internal sealed record LiveRun(int? Supervisor)
{
    /// <summary>The run whose supervisor holds the folder's lock, or, where somebody removed the folder under it, that of its own directory.</summary>
    /// <returns>Null when nothing runs there.</returns>
    public static LiveRun? Find(RunFolder folder, LaunchOptions options) =>
        RunLockFile.IsHeld(options.LockFile)
            ? new LiveRun(RunLockFile.HolderOf(options.LockFile) ?? RunState.TryRead(options.StateFile)?.Supervisor.Pid)
        : RunDirectory.IsAnyAlive(PrivatePaths.Runtime, folder.Path) ? new LiveRun(Supervisor: null)
        : null;
}
