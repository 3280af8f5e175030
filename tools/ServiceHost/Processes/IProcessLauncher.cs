namespace IntegrationSuite.ServiceHost.Processes;

/// <summary>Starts the processes of a run: each in a session and process group of its own, marked with the run's id, and known to the watchdog.</summary>
public interface IProcessLauncher
{
    /// <summary>Starts a process.</summary>
    /// <exception cref="LaunchException">It can't be started: no such file, not executable, no such folder.</exception>
    IRunningProcess Launch(ProcessSpec spec);
}

/// <summary>A process that could not be started. The message says why, for a person.</summary>
public sealed class LaunchException(string message) : Exception(message);
