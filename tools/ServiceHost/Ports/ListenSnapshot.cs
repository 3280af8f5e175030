using IntegrationSuite.ServiceHost.Client;
using IntegrationSuite.ServiceHost.Processes;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>Who listens, and which processes run, at one moment. Both tables take the kernel long to write: one reading serves all services.</summary>
internal sealed class ListenSnapshot
{
    private static readonly SharedRead<ListenSnapshot> s_shared = new(() => new ListenSnapshot());

    private readonly ILookup<int, Listener> _listeners = ListenTable.Read().ToLookup(listener => listener.Port);
    private readonly Lazy<ILookup<int, int>> _sessions = new(() =>
        ProcessTable.All().ToLookup(process => process.Session, process => process.Pid)
    );

    private ListenSnapshot() { }

    /// <summary>As it is from now on.</summary>
    public static Task<ListenSnapshot> TakeAsync() => s_shared.ReadAsync();

    /// <summary>The same as <see cref="Obstacle"/>, from now on.</summary>
    public static async Task<string?> ObstacleAsync(int port, IRunningProcess process) =>
        (await TakeAsync()).Obstacle(port, process.Identity.Pid);

    /// <summary>Whether anybody listens on a port, at whatever address.</summary>
    public bool Listens(int port) => _listeners.Contains(port);

    /// <summary>Where the processes of a session listen, as <c>127.0.0.1:5000</c>, in the order of the ports (Linux; empty elsewhere).</summary>
    /// <param name="leader">The session's leader.</param>
    public IReadOnlyList<string> AddressesOf(int leader)
    {
        var pids = _sessions.Value[leader].Append(leader).Distinct().ToList();
        return
        [
            .. _listeners
                .SelectMany(same => same)
                .Where(listener => pids.Exists(pid => SocketOwners.Holds(pid, [listener.Inode])))
                .OrderBy(listener => listener.Port)
                .Select(listener => listener.ToString())
                .Distinct(),
        ];
    }

    /// <summary>Why a connection to a port of 127.0.0.1 does not reach the processes of a session.</summary>
    /// <param name="port">The port.</param>
    /// <param name="leader">The session's leader.</param>
    /// <returns>Null when it does, and where it can't be seen (not on Linux).</returns>
    public string? Obstacle(int port, int leader)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }
        var listeners = _listeners[port].ToList();
        var reachable = listeners.Where(listener => listener.AnswersLoopback).Select(listener => listener.Inode).ToHashSet();
        if (reachable.Count == 0)
        {
            return listeners.Count == 0 ? $"nothing listens on port {port}" : $"something listens on port {port}, but not on 127.0.0.1";
        }
        return SocketOwners.Holds(leader, reachable) || _sessions.Value[leader].Any(pid => SocketOwners.Holds(pid, reachable))
            ? null
            : $"port {port} is held by a stranger, {PortOwner.Find(port, new SocketSnapshot())?.ToString() ?? "a process that this user can't see"}";
    }
}
