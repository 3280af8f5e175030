using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Watch;

/// <summary>The launcher of a run: marks each process with the run's id and tells the watchdog.</summary>
internal sealed class RunLauncher(string runId, WatchdogLink watchdog) : IProcessLauncher
{
    public IRunningProcess Launch(ProcessSpec spec)
    {
        var marked = spec with { Environment = new Dictionary<string, string>(spec.Environment) { [RunState.IdVariable] = runId } };
        Directory.CreateDirectory(Path.GetDirectoryName(spec.LogFile)!);
        IRunningProcess process = OperatingSystem.IsWindows() ? WindowsProcess.Launch(marked) : UnixLauncher.Launch(marked);
        watchdog.Add(new WatchedGroup(process.Identity, spec.AbortSignal));
        return process;
    }
}
