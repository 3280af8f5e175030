using ServiceHost.Client;

namespace ServiceHost.Ports;

/// <summary>Which process holds a socket, from <c>/proc/PID/fd</c> (Linux).</summary>
internal static class SocketOwners
{
    /// <summary>Whether a process has one of these sockets open.</summary>
    public static bool Holds(int pid, IReadOnlyCollection<long> inodes)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{pid}/fd").Any(path => Inode(path) is { } inode && inodes.Contains(inode));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // it has ended, or is another user's
        }
    }

    /// <summary>The first process that has one of these sockets open.</summary>
    /// <returns>Null when it can't be seen: another user's.</returns>
    public static int? Find(IReadOnlyCollection<long> inodes)
    {
        foreach (var pid in ProcessTable.Pids())
        {
            if (Holds(pid, inodes))
            {
                return pid;
            }
        }
        return null;
    }

    private static long? Inode(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget is { } target && target.StartsWith("socket:[", StringComparison.Ordinal)
                && long.TryParse(target.AsSpan(8, target.Length - 9), out var inode) ? inode : null;
        }
        catch (IOException)
        {
            return null; // closed meanwhile
        }
    }
}
