using System.Diagnostics;
using System.Globalization;

namespace IntegrationSuite.ServiceHost.Client;

/// <summary>Tells processes apart beyond the reuse of their ids.</summary>
public static class ProcessIdentities
{
    /// <summary>This process.</summary>
    public static ProcessIdentity Own { get; } = Find(Environment.ProcessId) ?? new ProcessIdentity(Environment.ProcessId, 0);

    /// <summary>In which process ids mean something: this machine since it was started, and on Linux this container (PID namespace, pid_namespaces(7)).</summary>
    public static string Space { get; } = FindSpace();

    /// <summary>The identity of the process that has the id now.</summary>
    /// <returns>Null when there is none, or it has ended and waits for its parent.</returns>
    public static ProcessIdentity? Find(int pid)
    {
        if (!OperatingSystem.IsLinux())
        {
            return FindPortably(pid);
        }
        return ProcessStat.TryRead(pid) is { } stat && (!stat.IsZombie || HasThreads(pid))
            ? new ProcessIdentity(pid, stat.StartTicks)
            : null;
    }

    // The first thread of a killed process may have ended while others still hold its files and sockets.
    private static bool HasThreads(int pid)
    {
        try
        {
            return Directory.EnumerateDirectories($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/task").Skip(1).Any();
        }
        catch (IOException)
        {
            return false; // it has just ended
        }
    }

    /// <summary>The identity of a child of this process, which may have ended already but was not waited for.</summary>
    public static ProcessIdentity FindChild(int pid) =>
        OperatingSystem.IsLinux() && ProcessStat.TryRead(pid) is { } stat
            ? new ProcessIdentity(pid, stat.StartTicks)
            : Find(pid) ?? new ProcessIdentity(pid, 0);

    /// <summary>Whether that very process still runs.</summary>
    public static bool IsAlive(this ProcessIdentity identity) => Find(identity.Pid) == identity;

    /// <summary>Kills that very process; nothing happens to one that got its id.</summary>
    public static void Kill(this ProcessIdentity identity)
    {
        try
        {
            using var process = Process.GetProcessById(identity.Pid);
            if (identity.IsAlive())
            {
                process.Kill();
            }
        }
        catch (ArgumentException)
        {
            // It has just ended.
        }
    }

    /// <summary>Waits for the end of a process that is not a child of this one.</summary>
    public static async Task WaitForEndAsync(this ProcessIdentity identity, CancellationToken cancel)
    {
        while (identity.IsAlive())
        {
            await Task.Delay(10, cancel);
        }
    }

    private static string FindSpace()
    {
        if (!OperatingSystem.IsLinux())
        {
            return Environment.MachineName;
        }
        try
        {
            return $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()} {new FileInfo("/proc/self/ns/pid").LinkTarget}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Environment.MachineName; // a sandbox that hides them
        }
    }

    private static ProcessIdentity? FindPortably(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.HasExited ? null : new ProcessIdentity(pid, process.StartTime.ToUniversalTime().Ticks);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>What <c>/proc/PID/stat</c> says of a process (Linux, proc(5)).</summary>
/// <param name="Pid">Its id.</param>
/// <param name="State">R, S, D, T, Z, X…</param>
/// <param name="Parent">Its parent's id.</param>
/// <param name="Group">Its process group.</param>
/// <param name="Session">Its session.</param>
/// <param name="WorkTicks">How long processors have worked for it, for itself and in the kernel, in clock ticks.</param>
/// <param name="StartTicks">When it started, in clock ticks since boot.</param>
public readonly record struct ProcessStat(int Pid, char State, int Parent, int Group, int Session, long WorkTicks, long StartTicks)
{
    /// <summary>It has ended and waits for its parent to notice.</summary>
    public bool IsZombie => State is 'Z' or 'X';

    /// <summary>Reads it.</summary>
    /// <returns>Null when there is no such process.</returns>
    public static ProcessStat? TryRead(int pid)
    {
        try
        {
            return Parse(pid, File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    // The second field is the program's name in brackets and may hold anything, brackets and blanks included.
    private static ProcessStat? Parse(int pid, string text)
    {
        var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
        return fields.Length < 20
            ? null
            : new ProcessStat(
                pid,
                fields[0][0],
                int.Parse(fields[1]),
                int.Parse(fields[2]),
                int.Parse(fields[3]),
                long.Parse(fields[11]) + long.Parse(fields[12]),
                long.Parse(fields[19])
            );
    }
}
