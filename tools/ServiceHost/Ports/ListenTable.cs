using System.Net;

namespace IntegrationSuite.ServiceHost.Ports;

/// <summary>A socket that listens.</summary>
/// <param name="Port">Its port.</param>
/// <param name="Address">Its address as <c>/proc/net/tcp</c> writes it: hexadecimal, each word in the machine's byte order.</param>
/// <param name="Inode">The number by which its owner's descriptors name it.</param>
internal readonly record struct Listener(int Port, string Address, long Inode)
{
    private const string Loopback4 = "0100007F";
    private const string Any4 = "00000000";
    private const string Any6 = "00000000000000000000000000000000";
    private const string Loopback6 = "00000000000000000000000001000000";
    private const string Mapped = "0000000000000000FFFF0000";

    /// <summary>Whether a connection to 127.0.0.1 meets it.</summary>
    public bool AnswersLoopback => Address is Loopback4 or Any4 or Any6 or Mapped + Loopback4 or Mapped + Any4;

    /// <summary>Whether it keeps a service from listening on 127.0.0.1 or ::1.</summary>
    public bool BlocksLoopback => AnswersLoopback || Address is Loopback6;

    /// <summary>As in an address of HTTP: <c>127.0.0.1:5000</c>, <c>[::1]:5000</c>.</summary>
    public override string ToString() => new IPEndPoint(new IPAddress(InNetworkOrder()), Port).ToString();

    // The kernel writes words of four bytes as the machine has them.
    private byte[] InNetworkOrder() =>
        [.. Convert.FromHexString(Address).Chunk(sizeof(int)).SelectMany(word => BitConverter.IsLittleEndian ? word.Reverse() : word)];
}

/// <summary>Who listens (Linux; empty elsewhere).</summary>
internal static class ListenTable
{
    /// <summary>The listening sockets now.</summary>
    public static IReadOnlyList<Listener> Read() => (OperatingSystem.IsLinux() ? SocketDiagnosis.TryRead() : null) ?? ReadFiles();

    /// <summary>The same by <see cref="SocketTable"/>, for a kernel or a container without sock_diag(7).</summary>
    public static IReadOnlyList<Listener> ReadFiles() => Among(SocketTable.Read());

    /// <summary>The listening ones.</summary>
    public static IReadOnlyList<Listener> Among(IEnumerable<SocketRow> sockets) =>
        [.. sockets.Where(row => row.State == TcpState.Listen).Select(row => new Listener(row.Port, row.Address, row.Inode))];
}
