using IntegrationSuite.ServiceHost.Client.Storage;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>What keeps a service from listening on a port.</summary>
internal sealed class PortObstacle
{
    private readonly int _port;
    private readonly SocketSnapshot _sockets;
    private readonly bool _listens;
    private readonly IReadOnlyList<Connection> _connections;

    private PortObstacle(int port, SocketSnapshot snapshot)
    {
        (_port, _sockets) = (port, snapshot);
        var sockets = snapshot.Of(port);
        IsAnotherUsers = sockets.Count > 0 && sockets.All(row => row.Inode == 0 || row.User != Users.Own);
        _listens = ListenTable.Among(sockets).Any(listener => listener.BlocksLoopback);
        _connections = _listens ? [] : Connection.Among(sockets);
    }

    /// <summary>Whether it passes by itself: connections that have ended, and nothing else.</summary>
    public bool Passes => _connections.Count > 0 && _connections[0].HasEnded;

    /// <summary>Whether other users alone hold it. A service of root's that becomes another user is still found by its mark and its process group.</summary>
    public bool IsAnotherUsers { get; }

    private bool IsUnknown => !_listens && _connections.Count == 0;

    /// <summary>Looks for it.</summary>
    /// <param name="port">The port.</param>
    /// <param name="sockets">The sockets as they were just now, for a look at many ports.</param>
    /// <returns>Null when the port is free.</returns>
    public static PortObstacle? Find(int port, SocketSnapshot? sockets = null)
    {
        if (PortProbe.IsFree(port))
        {
            return null;
        }
        var found = new PortObstacle(port, sockets ?? new SocketSnapshot());
        if (sockets is not null && found.IsUnknown)
        {
            found = new PortObstacle(port, new SocketSnapshot()); // it has come since
        }
        return found.IsUnknown && PortProbe.IsFree(port) ? null : found; // what is in no table has just passed
    }

    /// <summary>What it is, to follow "Port 4001 is": with its process, if this user can see that.</summary>
    public override string ToString() =>
        Passes ? $"held by {_connections[0]}{Others}"
        : _connections.Count > 0 ? $"held by {_connections[0]} of {Owner(_sockets.OwnerOf([_connections[0].Inode]))}{Others}"
        : _listens || !OperatingSystem.IsLinux() ? $"in use by {Owner(PortOwner.Find(_port, _sockets))}"
        : "held by a socket that neither listens nor is connected; the system does not tell whose";

    private string Others => _connections.Count > 1 ? $", and by {_connections.Count - 1} more" : "";

    private static string Owner(PortOwner? owner) =>
        owner switch
        {
            null => PortOwner.Unseen,
            { RunId: null } => owner.ToString(),
            { Supervisor: { } supervisor } => $"{owner}, a service of another run of servicehost, which goes on (process {supervisor})",
            _ => $"{owner}, a service that an earlier run of servicehost left behind; the next run in that one's folder ends it",
        };
}
