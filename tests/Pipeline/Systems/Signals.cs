using ServiceHost.Processes;

namespace Pipeline.Systems;

/// <summary>Sends signals to processes of a test.</summary>
internal static class Signals
{
    /// <summary>Sends one; a process that is gone hears nothing.</summary>
    public static void Send(int pid, ProcessSignal signal) => _ = Posix.Kill(pid, Posix.Number(signal));
}
