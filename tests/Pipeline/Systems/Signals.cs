using System.Globalization;
using IntegrationSuite.ServiceHost.Processes;

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

    /// <summary>Whether a process has not taken a signal yet. Another of the kind would be lost: the kernel keeps one.</summary>
    public static bool IsPending(int pid, ProcessSignal signal) => Mask(pid.ToString(CultureInfo.InvariantCulture), "ShdPnd:", signal);

    private static bool IsIgnored(ProcessSignal signal) => Mask("self", "SigIgn:", signal);

    // proc(5): a mask of signals, bit 0 for signal 1. macOS has no such file.
    private static bool Mask(string process, string line, ProcessSignal signal)
    {
        try
        {
            var mask = File.ReadLines($"/proc/{process}/status").First(each => each.StartsWith(line, StringComparison.Ordinal));
            return (
                    ulong.Parse(mask.AsSpan(line.Length).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                    & (1UL << ((int)signal - 1))
                ) != 0;
        }
        catch (IOException)
        {
            return false; // it has ended, or this is no Linux
        }
    }
}
