namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>All TCP sockets and their owners, each looked up once, when it is first asked for: of thousands of ports, each would take a walk through all processes.</summary>
internal sealed class SocketSnapshot
{
    private readonly Lazy<ILookup<int, SocketRow>> _byPort = new(() => SocketTable.Read().ToLookup(row => row.Port));
    private readonly Lazy<IReadOnlyDictionary<long, int>> _owners = new(SocketOwners.All);

    /// <summary>The sockets whose own port it is.</summary>
    public IReadOnlyList<SocketRow> Of(int port) => [.. _byPort.Value[port]];

    /// <summary>The process that has one of these sockets.</summary>
    /// <returns>Null when it can't be seen: another user's.</returns>
    public PortOwner? OwnerOf(IEnumerable<long> inodes) =>
        inodes.Select(inode => _owners.Value.TryGetValue(inode, out var pid) ? (int?)pid : null).FirstOrDefault(pid => pid is not null)
            is { } found
            ? PortOwner.Of(found)
            : null;
}
