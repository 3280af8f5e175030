using System.Net;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>A connection whose own port is one that a service wants.</summary>
/// <param name="State">Its state.</param>
/// <param name="Local">Its own end.</param>
/// <param name="Peer">The other end.</param>
/// <param name="Inode">The number by which its owner's descriptors name it; 0 when no process has it.</param>
internal sealed record Connection(TcpState State, IPEndPoint Local, IPEndPoint Peer, long Inode)
{
    /// <summary>Whether its process has closed it or has ended: the kernel keeps it a little longer (TIME_WAIT and the states before), then drops it.</summary>
    public bool HasEnded => Inode == 0;

    /// <summary>Those that can keep a service from listening on 127.0.0.1 or ::1 at their own port, live ones first.</summary>
    public static IReadOnlyList<Connection> Among(IEnumerable<SocketRow> sockets) =>
        [
            .. sockets
                .Where(row => row.State != TcpState.Listen)
                .Select(row => new Connection(row.State, SocketRow.EndPoint(row.Local), SocketRow.EndPoint(row.Peer), row.Inode))
                .Where(connection =>
                    connection.Local.Address.Equals(IPAddress.Loopback) || connection.Local.Address.Equals(IPAddress.IPv6Loopback)
                )
                .OrderBy(connection => connection.HasEnded),
        ];

    /// <inheritdoc />
    public override string ToString() =>
        $"a connection from {Local} to {Peer} {(HasEnded ? $"that has ended ({State.NameOf()})" : $"({State.NameOf()})")}";
}
