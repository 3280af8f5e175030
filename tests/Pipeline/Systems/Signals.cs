using System.Globalization;
using ServiceHost.Processes;

namespace Pipeline.Systems;

/// <summary>Sends signals to processes of a test.</summary>
internal static class Signals
{
    /// <summary>Sends one; a process that is gone hears nothing.</summary>
    public static void Send(int pid, ProcessSignal signal) => _ = Posix.Kill(pid, Posix.Number(signal));

    /// <summary>Lets the commands that tests start hear SIGINT and SIGHUP. Behind a shell's <c>&amp;</c> or <c>nohup</c> both are ignored, and whoever is started there inherits that.</summary>
    public static void StopIgnoring()
    {
        foreach (var signal in new[] { ProcessSignal.Interrupt, ProcessSignal.HangUp }.Where(IsIgnored))
        {
            _ = Posix.SetSignalHandler(Posix.Number(signal), 0);
        }
    }

    // proc(5): SigIgn is a mask of ignored signals, bit 0 for signal 1. macOS has no such file.
    private static bool IsIgnored(ProcessSignal signal) =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").First(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var line
        && (ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) & (1UL << ((int)signal - 1))) != 0;
}
