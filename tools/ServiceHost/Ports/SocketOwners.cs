using IntegrationSuite.ServiceHost.Client;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>Which process holds a socket, from <c>/proc/PID/fd</c> (Linux).</summary>
internal static class SocketOwners
{
    /// <summary>Whether a process has one of these sockets open.</summary>
    public static bool Holds(int pid, IReadOnlyCollection<long> inodes) => SocketsOf(pid).Any(inodes.Contains);

    /// <summary>The first process that has each socket open. Those of other users are missing.</summary>
    public static IReadOnlyDictionary<long, int> All()
    {
        var owners = new Dictionary<long, int>();
        foreach (var pid in ProcessTable.Pids())
        {
            foreach (var inode in SocketsOf(pid))
            {
                owners.TryAdd(inode, pid);
            }
        }
        return owners;
    }

    private static List<long> SocketsOf(int pid)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"/proc/{pid}/fd").Select(Inode).OfType<long>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // it has ended, or is another user's
        }
    }

    private static long? Inode(string path)
    {
        try
        {
            return
                new FileInfo(path).LinkTarget is { } target
                && target.StartsWith("socket:[", StringComparison.Ordinal)
                && long.TryParse(target.AsSpan(8, target.Length - 9), out var inode)
                ? inode
                : null;
        }
        catch (IOException)
        {
            return null; // closed meanwhile
        }
    }
}
